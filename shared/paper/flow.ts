import type { Html } from './markup.ts'

/** What is not torn apart, with its estimated height in millimetres. */
export interface Piece {
  readonly height: number
  readonly html: Html
}

/** Pieces that belong together and go on over as many sheets as they need. */
export interface Run {
  /** Puts pieces into what holds them; `begins` where the first of all is among them. */
  readonly wrap: (pieces: readonly Html[], begins: boolean) => Html
  readonly pieces: readonly Piece[]
  /** Above the run where it begins, unless it begins a sheet. */
  readonly gap: number
  /** Of what stands once, above the first piece. */
  readonly caption: number
  /** Of what stands above the pieces on every sheet. */
  readonly header: number
  /** So many pieces at least stand together where the run begins and where it ends. */
  readonly together: number
  /** Left out where the sheet has no room for it. */
  readonly optional?: boolean
  /** Begins a sheet. */
  readonly onNext?: boolean
}

export interface Sheet {
  readonly parts: readonly Html[]
  /** Estimated height of the parts in millimetres. */
  readonly used: number
}

/**
 * Fills sheets with runs from the top down. A piece stands on one sheet whole; one that is taller than a sheet stands
 * alone on one.
 *
 * @param room heights of the first sheet and of the others, in millimetres
 */
export function flow(
  runs: readonly Run[],
  room: { readonly first: number; readonly later: number },
): Sheet[] {
  const sheets: { parts: Html[]; used: number }[] = [{ parts: [], used: 0 }]
  const free = (gap: number) => {
    const sheet = sheets.at(-1)
    return (sheets.length === 1 ? room.first : room.later) - (sheet?.used ?? 0) - gap
  }
  for (const run of runs) {
    let next = 0
    if (run.onNext && (sheets.at(-1)?.used ?? 0) > 0) sheets.push({ parts: [], used: 0 })
    while (next < run.pieces.length) {
      const sheet = sheets.at(-1)
      if (!sheet) break
      const begins = next === 0
      const above = (begins ? run.caption + (sheet.used > 0 ? run.gap : 0) : 0) + run.header
      const left = run.pieces.slice(next)
      const fitting = countFitting(left, free(above))
      if (run.optional && fitting === 0) break
      if (fitting < Math.min(run.together, left.length) && sheet.used > 0) {
        sheets.push({ parts: [], used: 0 })
        continue
      }
      const taken = left.slice(0, withoutStragglers(Math.max(fitting, 1), left.length, run.together))
      sheet.parts.push(run.wrap(taken.map((piece) => piece.html), begins)) // prettier-ignore
      sheet.used += above + heightOf(taken)
      next += taken.length
      if (next < run.pieces.length) sheets.push({ parts: [], used: 0 })
    }
  }
  return sheets
}

export const heightOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { height }) => sum + height, 0)

/** The height of a run that stands on one sheet. */
export const runHeight = (run: Run): number => run.gap + run.caption + run.header + heightOf(run.pieces)

function countFitting(pieces: readonly Piece[], free: number): number {
  let used = 0
  const over = pieces.findIndex(({ height }) => (used += height) > free)
  return over < 0 ? pieces.length : over
}

/** Leaves a few for the last sheet rather than one alone. */
function withoutStragglers(count: number, all: number, together: number): number {
  const rest = all - count
  const missing = rest > 0 && rest < together ? together - rest : 0
  return count - missing >= together ? count - missing : count
}
