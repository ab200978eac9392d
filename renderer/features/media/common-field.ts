import type { Field } from '../../../shared/notice/field.ts'
import type { DraftItem } from '../../../shared/project/document.ts'

/**
 * The field that many files most likely share: still blank in some of those chosen, and with the most files of the task
 * that say the same; where none repeats yet, a short text. A title is one file's own.
 */
export function commonField(
  fields: readonly Field[],
  title: Field | undefined,
  all: readonly DraftItem[],
  chosen: readonly DraftItem[],
): Field | undefined {
  const rank = (field: Field): readonly number[] => [
    field === title ? 0 : 1,
    chosen.some((item) => textOf(item, field) === '') ? 1 : 0,
    repeated(all, field),
    field.type === 'text' ? 1 : 0,
  ]
  const ranked = fields.map((field) => ({ field, rank: rank(field) }))
  return ranked.toSorted((a, b) => compare(b.rank, a.rank))[0]?.field
}

const textOf = ({ fields }: DraftItem, { key }: Field): string => (fields[key] ?? '').trim()

/** How many files say what another one says too. */
function repeated(items: readonly DraftItem[], field: Field): number {
  const texts = items.map((item) => textOf(item, field)).filter((text) => text !== '')
  const different = new Set(texts)
  return texts.length - different.size
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
