import { Fault } from '../shared/faults.ts'
import type { Finding } from '../shared/findings.ts'
import { taskOf } from '../shared/notice/choose.ts'
import type { Notice } from '../shared/notice/notice.ts'
import type { Task } from '../shared/notice/task.ts'
import type { Submission } from '../shared/project/submission.ts'
import type { Unit } from '../shared/project/unit.ts'
import { waiverProblem } from '../shared/rules/verdict.ts'
import { type Arguments, type Terminal, UsageError } from './command.ts'
import { readUnit } from './unit-file.ts'

/** The notice used when none is named. */
const defaultNotice = 'liaoning-2023'

/** A notice, and the one of its tasks that a command is about. */
export interface OpenedTask<T extends Task = Task> {
  readonly notice: Notice
  readonly task: T
}

/** The notice by `--notice`: an id or a pack file. */
export function openNotice(args: Arguments, { engine, claim }: Terminal): Promise<Notice> {
  const wanted = args.text('notice') ?? defaultNotice
  const isFile = wanted.toLowerCase().endsWith('.json')
  return engine['notice.load'](isFile ? { claim: claim(wanted) } : { id: wanted })
}

/** The notice, and the task by `--task`. */
export async function openTask(args: Arguments, terminal: Terminal): Promise<OpenedTask> {
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

/** What the words of any command say about a submission beside its files: who sends it, what is affirmed, what is kept. */
export interface Particulars extends Pick<Submission, 'declared' | 'waivers'> {
  readonly unit?: Unit
}

export async function readParticulars(args: Arguments, { notice, task }: OpenedTask): Promise<Particulars> {
  const unitFile = args.text('unit')
  const unit = unitFile === undefined ? undefined : await readUnit(unitFile, notice)
  return {
    ...(unit && { unit }),
    declared: declaredBy(args.texts('declare'), task),
    waivers: args.texts('waive').map(waiver),
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
export function checkWaivers(
  { task, submission }: OpenedTask & { readonly submission: Submission },
  findings: readonly Finding[],
): void {
  for (const kept of submission.waivers) {
    const problem = waiverProblem(task, findings, kept)
    if (problem === 'unknown') throw new Fault({ code: 'waiver-unknown', finding: kept.code })
    const found = findings.find(({ code, rule }) => kept.code === code || kept.code === rule)
    if (problem === 'refused')
      throw new Fault({ code: 'waiver-refused', finding: kept.code, clause: found?.clause ?? '' })
  }
}
