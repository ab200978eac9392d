import path from 'node:path'
import type { Manifest } from '../../shared/packing/manifest.ts'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'

/** Which part of how many a file or a folder calls itself: `…（第2包，共4包）.zip`. A browser may have added to the name. */
export function partInName(place: string): Manifest['part'] | undefined {
  const [, index, of] = [...path.basename(place).matchAll(/第(\d{1,5})包[，,]共(\d{1,5})包/g)].at(-1) ?? []
  return index === undefined || of === undefined ? undefined : { index: Number(index), of: Number(of) }
}

/** A name that says another part than the manifest would have the wrong one looked for. */
export function partNameProblems(place: string, { part: { index, of } }: Manifest): VerifyProblem[] {
  const actual = partInName(place)
  if (!actual || (actual.index === index && actual.of === of)) return []
  return [{ code: 'part-name-differs', expected: { index, of }, actual }]
}
