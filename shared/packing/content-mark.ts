import type { ListTemplate } from '../lists/list-template.ts'
import type { SendingChoice } from './sending.ts'
import type { Item, Submission } from '../project/submission.ts'
import { shortMark } from '../text/short-mark.ts'

/**
 * A short mark of everything that a package is made of: files by their content, texts, rows, declarations, waivers, the
 * unit. Equal marks mean that packing again would say the same; it tells a changed draft from the one that was packed, and
 * guards against nothing.
 *
 * @param packed the items that go into the package
 * @param sending as far as the clerk has chosen how it goes out
 */
export function contentMark(
  submission: Submission,
  packed: readonly Item[],
  sending?: SendingChoice,
): string {
  const { unit, rows, columns = [], template, thumbnails = false, declared, waivers } = submission
  const text = JSON.stringify([
    unit ?? null,
    packed.map(({ relative, fields, facts }) => [relative, written(fields), facts.sha256]),
    rows.map(({ fields }) => written(fields)),
    declared.toSorted(byText),
    waivers.map(({ code, item, reason }) => [code, item ?? '', reason].join('\n')).toSorted(byText),
    // Left out where there are none: marks of packages made before lists had them still hold.
    ...(columns.length > 0 || template ? [[columns.toSorted(byText), template ? markOf(template) : '']] : []),
    ...(thumbnails ? ['thumbnails'] : []),
    ...(sending ? [['sending', sending.plan ?? '', sending.via ?? '', sending.cap ?? 0]] : []),
  ])
  return shortMark(text)
}

/** The workbook, and what is written where in it. */
const markOf = ({ id, sheet, headerRow, uses }: ListTemplate) => [
  id,
  sheet,
  headerRow,
  uses.map((use) => use && [use.field, use.part]),
]

/** Absent and blank mean the same, and the order of writing nothing. */
const written = (fields: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(fields)
    .map(([key, value]): [string, string] => [key, value.trim()])
    .filter(([, value]) => value !== '')
    .toSorted(([a], [b]) => byText(a, b))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
