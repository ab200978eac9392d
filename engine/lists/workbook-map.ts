import { rewriteZip } from '../documents/rewrite-zip.ts'
import { demandSound, elementsIn, insideTag } from './xml-elements.ts'
import { attribute, unescaped } from './xml-text.ts'

/** A part that another one names, with the last word of the relationship's type: `drawing`, `comments`. */
export interface Related {
  readonly type: string
  readonly path: string
}

/** Where the sheets of a workbook lie in its zip. */
export interface WorkbookMap {
  /** Path of the part by the sheet's name. */
  readonly sheets: ReadonlyMap<string, string>
  readonly workbook: string
  readonly styles: string
  /** Whether any sheet has formulas, whose saved results would not fit what is filled in. */
  readonly formulas: boolean
  relatedTo(part: string): readonly Related[]
  /** Blank for what is no text, or not there. */
  textOf(part: string): string
  /** The element of a text that sheets name by its number. */
  sharedText(index: number): string
}

const sheetTags = new RegExp(`<sheet(?=\\s)${insideTag}>`, 'g')
const relationshipTags = new RegExp(`<Relationship(?=\\s)${insideTag}>`, 'g')

/** Reads the plan of a workbook off its parts. @throws Error when it is no workbook, or its parts are not sound */
export function workbookMap(content: Buffer): WorkbookMap {
  const texts = textParts(content)
  const related = (part: string) => relatedIn(part, texts)
  const workbook = related('').find(({ type }) => type === 'officeDocument')?.path
  const book = workbook === undefined ? undefined : texts.get(workbook)
  if (workbook === undefined || book === undefined) throw new Error('no workbook part')
  const targets = idsIn(workbook, texts)
  const sheets = [...book.matchAll(sheetTags)].flatMap(([tag]): [string, string][] => {
    const path = targets.get(attribute(tag, '\\w+:id') ?? '')
    return path === undefined ? [] : [[unescaped(attribute(tag, 'name') ?? ''), path]]
  })
  const formulas = sheets.some(([, path]) => /<f[\s>/]/.test(texts.get(path) ?? ''))
  const textOf = (part: string) => texts.get(part) ?? ''
  const byType = (wanted: string) => related(workbook).find(({ type }) => type === wanted)?.path ?? ''
  const styles = byType('styles')
  if (textOf(styles) === '') throw new Error('no styles part')
  for (const part of [workbook, styles]) demandSound(textOf(part))
  const shared = [...elementsIn(textOf(byType('sharedStrings')), 'si')]
  const sharedText = (index: number) => shared[index]?.whole ?? ''
  return { sheets: new Map(sheets), workbook, styles, formulas, relatedTo: related, textOf, sharedText }
}

/** Everything that is text; pictures stay packed. */
function textParts(content: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  rewriteZip(content, new Date(0), (name, text) => {
    if (/\.(xml|rels|vml)$/i.test(name)) texts.set(name, text())
    return undefined
  })
  return texts
}

const relationshipsOf = (part: string): string => {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function* tagsIn(part: string, texts: ReadonlyMap<string, string>): Generator<string> {
  for (const [tag] of (texts.get(relationshipsOf(part)) ?? '').matchAll(relationshipTags))
    if (attribute(tag, 'TargetMode') !== 'External') yield tag
}

const relatedIn = (part: string, texts: ReadonlyMap<string, string>): Related[] =>
  [...tagsIn(part, texts)].map((tag) => ({
    type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
    path: resolved(part, attribute(tag, 'Target') ?? ''),
  }))

const idsIn = (part: string, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...tagsIn(part, texts)].map((tag) => [
      attribute(tag, 'Id') ?? '',
      resolved(part, attribute(tag, 'Target') ?? ''),
    ]),
  )

/** A target is named from the folder of the part that names it, or from the root. */
function resolved(part: string, target: string): string {
  const plain = unescaped(target)
  if (plain.startsWith('/')) return plain.slice(1)
  const steps = part.split('/').slice(0, -1)
  for (const step of plain.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}
