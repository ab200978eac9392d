import type { Item, Submission } from '../project/submission.ts'

/**
 * A short mark of everything that a package is made of: files by their content, texts, rows, declarations, waivers, the
 * unit. Equal marks mean that packing again would say the same; it tells a changed draft from the one that was packed, and
 * guards against nothing.
 *
 * @param packed the items that go into the package
 */
export function contentMark(submission: Submission, packed: readonly Item[]): string {
  const { unit, rows, columns = [], template, declared, waivers } = submission
  const text = JSON.stringify([
    unit ?? null,
    packed.map(({ relative, fields, facts }) => [relative, written(fields), facts.sha256]),
    rows.map(({ fields }) => written(fields)),
    declared.toSorted(byText),
    waivers.map(({ code, item, reason }) => [code, item ?? '', reason].join('\n')).toSorted(byText),
    // Left out where there are none: marks of packages made before lists had them still hold.
    ...(columns.length > 0 || template ? [[columns.toSorted(byText), template?.id ?? '']] : []),
  ])
  return hash53(text)
}

/** Absent and blank mean the same, and the order of writing nothing. */
const written = (fields: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(fields)
    .map(([key, value]): [string, string] => [key, value.trim()])
    .filter(([, value]) => value !== '')
    .toSorted(([a], [b]) => byText(a, b))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** cyrb53: 53 bits of a text, well mixed and fast; no protection against anybody. */
function hash53(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}
