import type { CompositeField, Field } from '../notice/field.ts'
import { bareLabel, plainLabel } from '../text/header-label.ts'
import type { ColumnUse } from './columns.ts'
import type { ListTask } from './list-task.ts'

/** How surely a header's text means a field; smaller is surer. */
export const rank = { exact: 0, bare: 1, synonym: 2, fallback: 3, part: 4 } as const

/** One thing that a header's text may mean. */
export interface Meaning {
  readonly use: ColumnUse
  /** Keys of the fields that the column would fill: two for a name and phone in one cell. */
  readonly fields: readonly string[]
  readonly rank: number
  /** It counts only where no other column claims the field. */
  readonly fallback: boolean
}

interface Word {
  /** As `plainLabel` writes it. */
  readonly text: string
  readonly use: ColumnUse
  readonly fields: readonly string[]
  readonly kind: 'label' | 'synonym' | 'fallback' | 'both'
}

/** The words by which headers are understood, taken from the task's fields and composites. */
export interface Vocabulary {
  /** Meanings of a text that is one of the words, surest first. */
  equal(text: string): readonly Meaning[]
  /** Meaning of a text that contains one of the words; the longest word decides. */
  containing(text: string): readonly Meaning[]
  /** Whether the text below a header of that field says that it is the start or the end: 开始, 结束. */
  edgeBelow(lower: string, upper: string): readonly Meaning[]
  /** The days or the hours of a time that stands in two columns; says something only where both are there. */
  halves(text: string): readonly Meaning[]
}

/** A word of one character says too little inside a text. */
const shortestPart = 2
/** A word that is less of the text than this is there by chance: 项目 in 青少年科普项目展示. */
const leastShare = 1 / 3

const vocabularies = new WeakMap<ListTask, Vocabulary>()

export function vocabularyOf(task: ListTask): Vocabulary {
  const known = vocabularies.get(task)
  if (known) return known
  const made = makeVocabulary(task)
  vocabularies.set(task, made)
  return made
}

function makeVocabulary(task: ListTask): Vocabulary {
  const words = [...task.fields.flatMap(wordsOfField), ...task.composites.flatMap(wordsOfComposite)]
  const equal = remembering((text) =>
    [...equalTo(words, text), ...bothIn(task, words, text)].toSorted((one, other) => one.rank - other.rank),
  )
  return {
    equal,
    containing: remembering((text) => containedIn(words, text)),
    halves: remembering((text) => halvesIn(task, text)),
    edgeBelow: (lower, upper) => {
      const claimed = new Set(equal(upper).flatMap(({ fields }) => fields))
      return words
        .filter(
          ({ use, text }) =>
            (use.part === 'start' || use.part === 'end') &&
            claimed.has(use.field) &&
            text.replace(/(?:时间|日期)$/u, '') === bareLabel(lower),
        )
        .map(({ use, fields }) => ({ use, fields, rank: rank.synonym, fallback: false }))
    },
  }
}

/** Tables of one office repeat their texts: each is looked up once. */
function remembering(find: (text: string) => readonly Meaning[]): (text: string) => readonly Meaning[] {
  const found = new Map<string, readonly Meaning[]>()
  return (text) => {
    const known = found.get(text)
    if (known) return known
    const meanings = find(text)
    // What clerks write is unbounded; the task's vocabulary lives as long as the program.
    if (found.size < 2_000) found.set(text, meanings)
    return meanings
  }
}

function wordsOfField(field: Field): Word[] {
  const use: ColumnUse = { field: field.key, part: 'whole' }
  const word = (kind: Word['kind']) => (text: string) => ({
    text: plainLabel(text),
    use,
    fields: [field.key],
    kind,
  })
  return [
    word('label')(field.label),
    ...(field.synonyms ?? []).map(word('synonym')),
    ...(field.fallbackSynonyms ?? []).map(word('fallback')),
  ]
}

function wordsOfComposite(composite: CompositeField): Word[] {
  if (composite.split === 'name-and-phone') {
    const use: ColumnUse = { field: composite.name, part: 'name-and-phone' }
    const fields = [composite.name, composite.phone]
    return composite.synonyms.map((text) => ({ text: plainLabel(text), use, fields, kind: 'both' }))
  }
  // Most of its words are those of the whole time as well: `halves` looks for them.
  if (composite.split === 'day-and-hours') return []
  return (['start', 'end'] as const).flatMap((part) =>
    composite[part].map((text) => ({
      text: plainLabel(text),
      use: { field: composite.field, part },
      fields: [composite.field],
      kind: 'synonym' as const,
    })),
  )
}

function halvesIn(task: ListTask, text: string): Meaning[] {
  const bare = bareLabel(text)
  return task.composites.flatMap((composite) =>
    composite.split !== 'day-and-hours'
      ? []
      : (['day', 'hours'] as const)
          .filter((part) => composite[part].some((word) => plainLabel(word) === bare))
          .map((part) => ({
            use: { field: composite.field, part },
            fields: [composite.field],
            rank: rank.exact,
            fallback: false,
          })),
  )
}

function equalTo(words: readonly Word[], text: string): Meaning[] {
  const [plain, bare] = [plainLabel(text), bareLabel(text)]
  return words.flatMap(({ text: word, use, fields, kind }) => {
    const sure = rankOf(kind, plain === word, bare === (kind === 'label' ? bareLabel(word) : word))
    return sure === undefined ? [] : [{ use, fields, rank: sure, fallback: kind === 'fallback' }]
  })
}

function rankOf(kind: Word['kind'], plainly: boolean, barely: boolean): number | undefined {
  if (!plainly && !barely) return undefined
  if (kind === 'fallback') return rank.fallback
  if (kind === 'synonym') return rank.synonym
  // 联系人(电话) is both, though without the bracket it would be the name alone.
  if (plainly) return rank.exact
  return kind === 'label' ? rank.bare : rank.synonym
}

/** A name and a phone in one header that is no synonym of the notice's: 联系人（手机）, 负责人、联系方式. */
function bothIn(task: ListTask, words: readonly Word[], text: string): Meaning[] {
  const [first, ...others] = plainLabel(text)
    .split(/[/、,()及和与&+]|以及/u)
    .filter((part) => part !== '')
  if (first === undefined || others.length === 0) return []
  const means = (part: string, field: string) =>
    words.some(({ text: word, use }) => word === part && use.field === field && use.part === 'whole')
  return task.composites.flatMap((composite) =>
    composite.split === 'name-and-phone' &&
    means(first, composite.name) &&
    others.every((part) => means(part, composite.phone))
      ? [
          {
            use: { field: composite.name, part: 'name-and-phone' },
            fields: [composite.name, composite.phone],
            rank: rank.exact,
            fallback: false,
          },
        ]
      : [],
  )
}

function containedIn(words: readonly Word[], text: string): Meaning[] {
  // 主办单位名称 is no name of its own.
  const bare = (bareLabel(text) || plainLabel(text)).replace(/(?<=.{2}(?:单位|部门))名称$/u, '')
  const [best] = words
    .filter(
      ({ text: word }) =>
        word.length >= shortestPart && word.length / bare.length >= leastShare && bare.includes(word),
    )
    // Of equally long words the last decides: 单位电话 is a phone.
    .toSorted(
      (one, other) =>
        other.text.length - one.text.length || bare.lastIndexOf(other.text) - bare.lastIndexOf(one.text),
    )
  if (best === undefined) return []
  const { text: word, kind } = best
  return words
    .filter((one) => one.text === word && one.kind === kind)
    .map(({ use, fields }) => ({ use, fields, rank: rank.part, fallback: kind === 'fallback' }))
}
