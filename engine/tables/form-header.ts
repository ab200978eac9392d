import { bareLabel, plainLabel } from '../../shared/text/header-label.ts'
import { fileLabels, fileSynonyms, type FieldColumn } from './form-layout.ts'

/** Where the columns of a form lie in a sheet, counted from 0. */
export interface FormHeader {
  readonly row: number
  readonly file: number | undefined
  readonly fields: ReadonlyMap<string, number>
  /** Labels of required columns that are not there. */
  readonly missing: readonly string[]
  /** Labels of columns that are there more than once. */
  readonly repeated: readonly string[]
}

/** What a column can mean. The nearer a header's text is to the label, the lower its rank. */
interface Meaning {
  /** Field key; undefined for the file's own column. */
  readonly key: string | undefined
  readonly label: string
  readonly required: boolean
  rankOf(text: string): number | undefined
}

/** Two headers of these ranks for one field are a repetition: both are its label. */
const labelRank = 1

/** The best header among a sheet's first rows: the one with the file's column and the most fields. */
export function findHeader(
  rows: readonly (readonly string[])[],
  fields: readonly FieldColumn[],
): FormHeader | undefined {
  const meanings = meaningsOf(fields)
  let best: FormHeader | undefined
  for (const [index, texts] of rows.entries()) {
    const header = readHeader(index, texts, meanings)
    if (score(header) > (best ? score(best) : 0)) best = header
  }
  return best
}

const score = (header: FormHeader): number => header.fields.size + (header.file === undefined ? 0 : 100)

function readHeader(row: number, texts: readonly string[], meanings: readonly Meaning[]): FormHeader {
  const claims = texts.flatMap((text, column) =>
    text === ''
      ? []
      : meanings.flatMap((meaning) => {
          const rank = meaning.rankOf(text)
          return rank === undefined ? [] : [{ meaning, column, rank }]
        }),
  )
  claims.sort((left, right) => left.rank - right.rank || left.column - right.column)
  const columns = new Map<Meaning, { readonly column: number; readonly rank: number }>()
  const taken = new Set<number>()
  const repeated = new Set<string>()
  for (const { meaning, column, rank } of claims) {
    if (taken.has(column)) continue
    const first = columns.get(meaning)
    if (first === undefined) {
      columns.set(meaning, { column, rank })
      taken.add(column)
    } else if (rank === first.rank || rank <= labelRank) {
      repeated.add(meaning.label)
    }
  }
  const found = [...columns].map(([{ key }, { column }]) => [key, column] as const)
  return {
    row,
    file: found.find(([key]) => key === undefined)?.[1],
    fields: new Map(found.flatMap(([key, column]) => (key === undefined ? [] : [[key, column]]))),
    missing: meanings.filter((one) => one.required && !columns.has(one)).map(({ label }) => label),
    repeated: [...repeated],
  }
}

function meaningsOf(fields: readonly FieldColumn[]): Meaning[] {
  const own = new Set(Object.values(fileLabels).map(plainLabel))
  return [
    meaningOf(undefined, fileLabels.file, true, fileSynonyms, []),
    ...fields.map(({ field, required }) => {
      // 类型 and 新文件名 are columns of our own, whatever a pack lists as a synonym.
      const free = (labels: readonly string[] = []) => labels.filter((label) => !own.has(plainLabel(label)))
      return meaningOf(field.key, field.label, required, free(field.synonyms), free(field.fallbackSynonyms))
    }),
  ]
}

function meaningOf(
  key: string | undefined,
  label: string,
  required: boolean,
  synonyms: readonly string[],
  fallback: readonly string[],
): Meaning {
  const tests = [
    (text: string) => plainLabel(text) === plainLabel(label),
    (text: string) => bareLabel(text) === bareLabel(label),
    oneOf(synonyms),
    oneOf(fallback),
  ]
  return {
    key,
    label,
    required,
    rankOf: (text) => {
      const rank = tests.findIndex((test) => test(text))
      return rank < 0 ? undefined : rank
    },
  }
}

function oneOf(labels: readonly string[]): (text: string) => boolean {
  const plain = new Set(labels.map(plainLabel))
  return (text) => plain.has(plainLabel(text)) || plain.has(bareLabel(text))
}
