import { type Dish, dishes } from './dishes.ts'
import { type FaultKind, faultKinds } from './fault-kinds.ts'
import { randomBy } from './random.ts'

/** When something happens in a run, as a part of what is usual: of its calls, or of its time before and after it begins to write. */
export type Share =
  | { readonly by: 'calls'; readonly fraction: number }
  | { readonly by: 'time'; readonly span: 'before' | 'writing'; readonly fraction: number }

/** A kill without a warning, of the program alone or with all that it has started. */
export interface Blow {
  readonly share: Share
  readonly group: boolean
}

/** What lies in the target beforehand. */
export type Before = 'package' | 'empty' | 'missing'

interface Setting {
  readonly number: number
  readonly dish: Dish
  /** Whether nothing is known of the sources from earlier runs. */
  readonly cold: boolean
  readonly before: Before
  /** Which of the sources. */
  readonly file: number
}

export type Round =
  | (Setting & { readonly type: 'kills'; readonly blows: readonly Blow[] })
  | (Setting & { readonly type: 'fault'; readonly kind: FaultKind; readonly share: number })
  /** The web host with its engine, in which somebody types and packs. */
  | { readonly type: 'app'; readonly number: number; readonly kills: number }

export interface Extent {
  readonly seed: number
  readonly kills: number
  readonly faults: number
  readonly dishes?: readonly Dish[]
  readonly kinds?: readonly FaultKind[]
  /** How many of the kills are of the app; a fifth unless told. */
  readonly inApp?: number
}

/** Kills of the app in one session of it. */
const session = 10

/** The rounds of a seed, in their order: each can be run alone, and does the same then. */
export function roundsOf({
  seed,
  kills,
  faults,
  dishes: wanted = dishes,
  kinds = faultKinds,
  inApp = Math.floor(kills / 5),
}: Extent): Round[] {
  const rounds: Round[] = []
  const random = randomBy(seed)
  const number = () => rounds.length + 1
  for (const kind of kindsFor(faults, random.shuffled(kinds))) rounds.push(faultRound(number(), kind))
  for (let left = kills - inApp; left > 0;) {
    const blows = Math.min(left, randomBy(seed, number(), 1).whole(1, 5))
    rounds.push(killRound(number(), blows))
    left -= blows
  }
  for (let left = inApp; left > 0; left -= session)
    rounds.push({ type: 'app', number: number(), kills: Math.min(left, session) })
  return rounds

  function setting(own: number, from: readonly Dish[] | undefined): Setting {
    const drawn = randomBy(seed, own)
    // Printing takes longer than all else: few rounds are about it.
    const printed = drawn.chance(0.06)
    const fit = wanted.filter((one) => from?.includes(one) ?? true)
    const meant = fit.filter((one) => (one === 'papers') === printed)
    const [first = 'one', ...others] = meant.length > 0 ? meant : fit
    return {
      number: own,
      dish: drawn.pick([first, ...others]),
      cold: drawn.chance(0.2),
      before: drawn.pick(['package', 'package', 'package', 'empty', 'missing']),
      file: drawn.whole(0, 4),
    }
  }
  function faultRound(own: number, kind: FaultKind): Round {
    return { ...setting(own, kind.dishes), type: 'fault', kind, share: randomBy(seed, own, 2).fraction() }
  }
  function killRound(own: number, many: number): Round {
    const drawn = randomBy(seed, own, 2)
    const blows = Array.from({ length: many }, (): Blow => {
      const group = drawn.chance(0.5)
      const fraction = drawn.fraction()
      if (drawn.chance(0.5)) return { share: { by: 'calls', fraction }, group }
      const span = drawn.chance(0.8) ? 'writing' : 'before'
      return { share: { by: 'time', span, fraction }, group }
    })
    return { ...setting(own, undefined), type: 'kills', blows }
  }
}

/** Every kind once before any comes twice. */
const kindsFor = (faults: number, kinds: readonly FaultKind[]): FaultKind[] =>
  Array.from({ length: faults }, (_, index) => kinds[index % kinds.length]).filter(
    (kind) => kind !== undefined,
  )
