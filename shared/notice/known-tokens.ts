import type { Task } from './task.ts'

/** Tokens that a task's templates may use beside the keys of its own fields. */
export const knownTokens = [
  // of the notice and the task
  'notice', 'shortTitle', 'documentNumber', 'year', 'task', 'annex', 'deadlineLine',
  // of the unit
  'unit', 'unitClass', 'region', 'contact', 'phone',
  // of the submission
  'counts', 'countsProse', 'total', 'images', 'videos', 'rows', 'quotaLine', 'waivers', 'version', 'ordinal', 'today', 'captureYear',
  // of a mail, and of the part that it is about
  'person', 'parts', 'large', 'days', 'uploaded', 'expires', 'partLine', 'alone', 'disk',
  // of one file or row; in names of packages `date` is the day of packing, in names of files that of capture
  'seq', 'name', 'kind', 'title', 'date', 'author', 'place',
] as const // prettier-ignore

/** Every token in the task's templates, with its path below the task. */
export function* tokensIn(task: Task): Generator<{ readonly path: string; readonly token: string }> {
  for (const [path, template] of templates(task))
    for (const [, token = ''] of template.matchAll(/\{([^{}]*)\}/g)) yield { path, token }
}

function* templates(task: Task): Generator<readonly [path: string, template: string]> {
  yield ['subject.template', task.subject.template]
  yield ['packaging.fileName.template', task.packaging.fileName.template]
  yield ['packaging.packageName', task.packaging.packageName]
  yield ['packaging.folderName', task.packaging.folderName]
  for (const [index, line] of task.body.entries()) yield [`body.${index}`, line]
  for (const [index, line] of (task.statement?.paragraphs ?? []).entries())
    yield [`statement.paragraphs.${index}`, line]
  for (const [at, document] of task.documents.entries()) {
    yield [`documents.${at}.title`, document.title]
    for (const [index, line] of document.preamble.entries()) yield [`documents.${at}.preamble.${index}`, line]
    for (const [index, column] of document.columns.entries())
      yield [`documents.${at}.columns.${index}.template`, column.template]
  }
}
