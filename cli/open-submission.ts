import type { Unreadable } from '../shared/facts.ts'
import { Fault } from '../shared/faults.ts'
import type { SourceFile } from '../shared/contract/submissions.ts'
import { intendedKind } from '../shared/project/item-kind.ts'
import type { Item, Submission } from '../shared/project/submission.ts'
import type { Arguments, Terminal } from './command.ts'
import { type OpenedTask, readParticulars } from './open-task.ts'

export interface OpenedSubmission extends OpenedTask {
  readonly submission: Submission
  /** By item id, for paths as the caller gave them. */
  readonly sources: ReadonlyMap<string, SourceFile>
  readonly ignored: number
  /** Folders and files that could not be looked into. */
  readonly unread: readonly { readonly path: string; readonly reason: Unreadable }[]
}

/** Everything the words of `check`, `form` and `pack` name: the folder walked, each file probed, the form read. */
export async function openSubmission(
  args: Arguments,
  terminal: Terminal,
  { notice, task }: OpenedTask,
): Promise<OpenedSubmission> {
  const { engine, claim, signal, onProgress, remark } = terminal
  if (task.kind !== 'media')
    throw new Fault({ code: 'task-of-other-kind', task: task.id, kind: task.kind, title: task.title })
  const particulars = await readParticulars(args, { notice, task })
  const walked = await engine['sources.walk']({ claims: args.paths.map(claim) }, { signal, onProgress })
  if (walked.files.length === 0 && walked.troubles.length > 0)
    throw new Fault({ code: 'places-unreadable', places: walked.troubles })
  if (walked.files.length === 0)
    throw new Fault({ code: 'no-files', paths: [...args.paths], ignored: walked.ignored.count })

  const ids = walked.files.map(({ id }) => id)
  const sheet = args.text('sheet')
  const texts =
    sheet === undefined
      ? undefined
      : await engine['form.read']({ notice: notice.id, task: task.id, form: claim(sheet), files: ids })
  const probed = await engine['media.probe']({ files: ids }, { signal, onProgress })
  const facts = new Map(probed.map((one) => [one.id, one.facts]))
  const fields = new Map(texts?.rows.map((row) => [row.id, row.fields]))
  const items = walked.files.flatMap(({ id, relative }): Item[] => {
    const known = facts.get(id)
    return known ? [{ id, relative, fields: fields.get(id) ?? {}, facts: known }] : []
  })
  const missing = new Set(texts?.missing)
  const unlisted = items.filter((item) => missing.has(item.id) && intendedKind(item) !== 'other')
  if (unlisted.length > 0)
    remark(`说明表里没有这些文件的行：${unlisted.map(({ relative }) => relative).join('、')}`)
  return {
    notice,
    task,
    submission: { task: task.id, ...particulars, items, rows: [] },
    sources: new Map(walked.files.map((file) => [file.id, file])),
    ignored: walked.ignored.count,
    unread: walked.troubles,
  }
}
