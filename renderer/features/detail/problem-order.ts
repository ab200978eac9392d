import type { ItemState, ItemVerdict } from '../../state/item-verdict.ts'

/** Files of these states want something of the clerk. */
const troubled: readonly (ItemState | undefined)[] = ['bad', 'incomplete', 'doubtful']

/** The next file with a problem after the current one, round and round; undefined when no other has one. */
export function nextProblem(
  ids: readonly string[],
  verdicts: ReadonlyMap<string, ItemVerdict>,
  current: string | undefined,
  step: 1 | -1,
): string | undefined {
  const from = current === undefined ? -1 : ids.indexOf(current)
  const start = from === -1 && step === -1 ? ids.length : from
  for (let far = 1; far <= ids.length; far += 1) {
    const id = ids.at((start + far * step) % ids.length)
    if (id === undefined || id === current) continue
    if (troubled.includes(verdicts.get(id)?.state)) return id
  }
  return undefined
}

/** The file that comes into view when one is taken away: the one after it, else the one before. */
export function neighbourOf(ids: readonly string[], gone: ReadonlySet<string>): string | undefined {
  const first = ids.findIndex((id) => gone.has(id))
  return ids.slice(first).find((id) => !gone.has(id)) ?? ids.slice(0, Math.max(first, 0)).at(-1)
}

/** How many files want something of the clerk. */
export const problemCount = ({ bad, incomplete, doubtful }: Readonly<Record<ItemState, number>>): number =>
  bad + incomplete + doubtful
