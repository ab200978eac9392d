import type { Unreadable } from '../shared/facts.ts'
import { Fault } from '../shared/faults.ts'
import type { Finding } from '../shared/findings.ts'
import type { SourceFile } from '../shared/contract/submissions.ts'
import { taskOf } from '../shared/notice/choose.ts'
import type { Notice } from '../shared/notice/notice.ts'
import type { Task } from '../shared/notice/task.ts'
import { intendedKind } from '../shared/project/item-kind.ts'
import type { Item, Submission } from '../shared/project/submission.ts'
import { waiverProblem } from '../shared/rules/verdict.ts'
import { type Arguments, type Terminal, UsageError } from './command.ts'
import { readUnit } from './unit-file.ts'

/** The notice used when none is named. */
const defaultNotice = 'liaoning-2023'

export interface OpenedSubmission {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  /** By item id, for paths as the caller gave them. */
  readonly sources: ReadonlyMap<string, SourceFile>
  readonly ignored: number
  /** Folders and files that could not be looked into. */
  readonly unread: readonly { readonly path: string; readonly reason: Unreadable }[]
}

/** The notice by `--notice`: an id or a pack file. */
export function openNotice(args: Arguments, { engine, claim }: Terminal): Promise<Notice> {
  const wanted = args.text('notice') ?? defaultNotice
  const isFile = wanted.toLowerCase().endsWith('.json')
  return engine['notice.load'](isFile ? { claim: claim(wanted) } : { id: wanted })
}

/** The notice, and the task by `--task`. */
async function openTask(args: Arguments, terminal: Terminal): Promise<{ notice: Notice; task: Task }> {
  const notice = await openNotice(args, terminal)
  const taskId = args.text('task') ?? ''
  const task = taskOf(notice, taskId)
  if (!task)
    throw new Fault({
      code: 'task-unknown',
      task: taskId,
      known: notice.tasks.map(({ id, title }) => `${id}（${title}）`),
    })
  return { notice, task }
}

/** Everything the words of `check`, `form` and `pack` name: the folder walked, each file probed, the form read. */
export async function openSubmission(args: Arguments, terminal: Terminal): Promise<OpenedSubmission> {
  const { engine, claim, signal, onProgress, remark } = terminal
  const { notice, task } = await openTask(args, terminal)
  if (task.kind !== 'media')
    throw new Fault({ code: 'task-of-other-kind', task: task.id, kind: task.kind, title: task.title })
  const unitFile = args.text('unit')
  const unit = unitFile === undefined ? undefined : await readUnit(unitFile, notice)
  const declared = declaredBy(args.texts('declare'), task)
  const waivers = args.texts('waive').map(waiver)
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
  const submission: Submission = {
    task: task.id,
    ...(unit && { unit }),
    items,
    rows: [],
    declared,
    waivers,
  }
  return {
    notice,
    task,
    submission,
    sources: new Map(walked.files.map((file) => [file.id, file])),
    ignored: walked.ignored.count,
    unread: walked.troubles,
  }
}

function declaredBy(words: readonly string[], task: Task): string[] {
  const known = task.declarations.map(({ id }) => id)
  const named = words.flatMap((word) => word.split(',')).filter((word) => word !== '')
  const unknown = named.find((word) => word !== 'all' && !known.includes(word))
  if (unknown !== undefined) throw new Fault({ code: 'declaration-unknown', declaration: unknown, known })
  return named.includes('all') ? known : named
}

function waiver(words: string): { code: string; reason: string } {
  const equals = words.indexOf('=')
  const code = equals < 0 ? words : words.slice(0, equals)
  const reason = equals < 0 ? '' : words.slice(equals + 1).trim()
  if (code === '' || reason === '')
    throw new UsageError(`选项 --waive 要写成“代码=原因”，写的却是“${words}”。`)
  return { code, reason }
}

/** A waiver must name a finding that is there and may be waived: a typing error must not pass for consent. */
export function checkWaivers({ task, submission }: OpenedSubmission, findings: readonly Finding[]): void {
  for (const kept of submission.waivers) {
    const problem = waiverProblem(task, findings, kept)
    if (problem === 'unknown') throw new Fault({ code: 'waiver-unknown', finding: kept.code })
    const found = findings.find(({ code, rule }) => kept.code === code || kept.code === rule)
    if (problem === 'refused')
      throw new Fault({ code: 'waiver-refused', finding: kept.code, clause: found?.clause ?? '' })
  }
}

/** Things about files by the item they are about, each in the order given; what is about the whole is left out. */
export function byItem<T>(
  all: readonly T[],
  itemOf: (one: T) => string | undefined,
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const item = itemOf(one)
    if (item === undefined) continue
    const group = groups.get(item)
    if (group) group.push(one)
    else groups.set(item, [one])
  }
  return groups
}
