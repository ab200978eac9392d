import { lastName } from '../paths/paths.ts'
import type { DraftItem, PackageRecord, ProjectDocument, TaskDraft } from './document.ts'

type PackResult = PackageRecord['result']

/**
 * A project without a word on where anything lies: files stand by their place below the dropped folder, packages by their
 * names. So it leaves a computer, and so it is taken from a stranger.
 */
export const withoutPlaces = (document: ProjectDocument): ProjectDocument => ({
  ...document,
  tasks: mapValues(document.tasks, (task) => ({
    ...task,
    items: task.items.map((item) => ({ ...item, source: { path: item.relative, root: '' } })),
    packages: task.packages.map((record) => ({ ...record, result: withoutFolders(record.result) })),
  })),
})

/** The same package with its files under other paths, given by their names. */
export const withPaths = (result: PackResult, pathOf: (name: string) => string): PackResult => ({
  ...result,
  packages: result.packages.map((part) => ({ ...part, path: pathOf(plainName(part.path)) })),
  documents: result.documents.map((path) => pathOf(plainName(path))),
  mails: result.mails.map((mail) => ({
    ...mail,
    attachments: mail.attachments.map((path) => pathOf(plainName(path))),
  })),
  out: pathOf(''),
})

function withoutFolders(result: PackResult): PackResult {
  // What was noted of the disks it was written to and read from is of no use elsewhere.
  const { notes: _, ...rest } = withPaths(result, (name) => name)
  return { ...rest, out: plainName(result.out) }
}

/** The last name of a path of any system; blank where it would lead anywhere. */
function plainName(path: string): string {
  const name = lastName(path)
  return name === '.' || name === '..' || /[\\/]/u.test(name) ? '' : name
}

/**
 * Whether two copies of a project say the same: all that the clerk has written, whatever the files are called on the
 * disk. When it was changed, and how often, is not part of it: what was undone is as it was.
 */
export const isSameContent = (a: ProjectDocument, b: ProjectDocument): boolean => saying(a) === saying(b)

function saying(document: ProjectDocument): string {
  const { unit, notice, tasks } = withoutPlaces(document)
  return JSON.stringify([notice, unit, mapValues(tasks, told)], inOrder)
}

/** Undefined of a task in which nothing is: a task nobody has touched is absent. */
function told({ items, rows, declared, packages, ...task }: TaskDraft): unknown {
  const said = {
    ...task,
    items: items.map(({ id, relative, fields }: DraftItem) => [id, relative, written(fields)]),
    rows: rows.map(({ fields, ...row }) => ({ ...row, fields: written(fields) })),
    declared: declared.toSorted(),
    packages: packages.map((record) => ({ ...record, elsewhere: undefined })),
  }
  const isEmpty = Object.values(said).every((one) => Array.isArray(one) && one.length === 0)
  return isEmpty ? undefined : said
}

/** Absent and blank mean the same. */
const written = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))

const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (one: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]))

/** Keys in one order, however they came about. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value
