import type { VerifiedPackage } from '../contract/packages.ts'
import { verifyProblemLines } from './verify-sentence.ts'

/**
 * What verifying says of packages that were verified together: a line each, and one for each problem. Of one part of several it
 * says which it is, and how many others nobody has looked at.
 */
export function verifiedLines(packages: readonly VerifiedPackage[]): string[] {
  const numbers = numbersBySubmission(packages)
  return packages.flatMap(({ path, ok, items, part, submission, problems }) => {
    const verdict = ok ? `✓ ${path}：核对无误，共 ${items} 项` : `✕ ${path}：发现 ${problems.length} 处问题`
    const verified = numbers.get(submission)?.size ?? 1
    return [
      `${verdict}${part ? partText(part, verified) : ''}`,
      ...verifyProblemLines(problems).map((line) => `  ${line}`),
    ]
  })
}

function partText({ index, of }: NonNullable<VerifiedPackage['part']>, verified: number): string {
  const left = of - verified
  return `；这是第${index}包，共${of}包${left > 0 ? `，其余${left}包没有核对` : ''}`
}

/** Which parts of a submission were verified: one that lies there twice counts once. */
function numbersBySubmission(packages: readonly VerifiedPackage[]) {
  const numbers = new Map<VerifiedPackage['submission'], Set<number>>()
  for (const { part, submission } of packages)
    if (part) numbers.set(submission, (numbers.get(submission) ?? new Set()).add(part.index))
  return numbers
}
