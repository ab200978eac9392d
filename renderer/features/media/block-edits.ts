import { clipboardTable } from '../../../shared/text/clipboard-table.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import type { EditOf } from '../../../shared/project/edit.ts'
import type { Field } from '../../../shared/notice/field.ts'
import type { Place } from './cell-moves.ts'

type Values = EditOf<'set-values'>['values']

/** A text as the field holds it: only a paragraph has lines. */
export const fieldText = ({ type }: Pick<Field, 'type'>, text: string): string =>
  type === 'paragraph' ? text : text.replace(/[^\S\n]*[\r\n]+[^\S\n]*/g, ' ')

/** What the clipboard offers. */
interface Clipboard {
  readonly plain: string
  readonly html: string
}

/**
 * The cells that are pasted; undefined where the text goes into the one cell as it is. Lines copied from a document
 * are one text for a paragraph: they come with HTML that holds no table.
 */
export function pastedTable({ plain, html }: Clipboard, field: Pick<Field, 'type'>): string[][] | undefined {
  if (!/[\t\r\n]/.test(plain)) return undefined
  const isDocument = html !== '' && !/<table/i.test(html)
  if (isDocument && field.type === 'paragraph' && !plain.includes('\t')) return undefined
  return clipboardTable(plain)
}

interface Block {
  readonly rows: readonly DraftItem[]
  readonly fields: readonly Field[]
  /** The cell at the block's upper left. */
  readonly at: Place
}

/** What a block of cells changes, from one cell downwards and to the right; `beyond` cells had no place. */
export function pasteBlock(
  table: readonly (readonly string[])[],
  { rows, fields, at }: Block,
): { readonly values: Values; readonly beyond: number } {
  const values: Values = []
  let beyond = 0
  table.forEach((line, down) => {
    const item = rows[at.row + down]
    const changed: Record<string, string> = {}
    line.forEach((text, right) => {
      const field = fields[at.column + right]
      if (!item || !field) beyond += text === '' ? 0 : 1
      else if (fieldText(field, text) !== (item.fields[field.key] ?? ''))
        changed[field.key] = fieldText(field, text)
    })
    if (item && Object.keys(changed).length > 0) values.push({ id: item.id, fields: changed })
  })
  return { values, beyond }
}

/** What it changes to write one value into a field of many files; `onlyBlank` leaves alone what is written there. */
export function fillValues(
  items: readonly DraftItem[],
  key: string,
  value: string,
  onlyBlank = false,
): Values {
  return items.flatMap(({ id, fields }) => {
    const before = fields[key] ?? ''
    if (before === value || (onlyBlank && before.trim() !== '')) return []
    return [{ id, fields: { [key]: value } }]
  })
}

/** The files between two of them, both included, in the order of the screen: what Shift and a click select. */
export function between(rows: readonly DraftItem[], one: string, other: string): string[] {
  const ends = [rows.findIndex(({ id }) => id === one), rows.findIndex(({ id }) => id === other)]
  const [from = 0, to = 0] = ends.toSorted((a, b) => a - b)
  return from < 0 ? [other] : rows.slice(from, to + 1).map(({ id }) => id)
}
