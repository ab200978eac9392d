import type { z } from 'zod'
import { Notice } from './notice.ts'
import type { Task } from './task.ts'

/** One thing wrong with a rule pack, at a path such as `tasks.0.requirements.3.kind`. */
export interface NoticeProblem {
  readonly path: string
  readonly problem:
    | 'unknown-kind'
    | 'missing'
    | 'unknown-key'
    | 'wrong-value'
    | 'duplicate-id'
    | 'unknown-field'
    | 'unknown-unit-class'
    | 'unknown-milestone'
    | 'unknown-declaration'
    | 'unknown-task'
    | 'no-choices'
  /** The value or key at fault, or what the schema said. */
  readonly detail: string
}
export type LoadedNotice =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly problems: readonly NoticeProblem[] }

/** Reads a rule pack from parsed JSON. A pack with any problem is refused whole: no rule is ever skipped. */
export function loadNotice(value: unknown): LoadedNotice {
  const parsed = Notice.safeParse(value, { reportInput: true })
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(schemaProblems) }
  const problems = [...crossReferences(parsed.data)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, notice: parsed.data }
}

function schemaProblems(issue: z.core.$ZodIssue): NoticeProblem[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, problem: 'unknown-key', detail: key }))
  if (issue.code === 'invalid_union' && path.endsWith('kind'))
    return [{ path, problem: issue.input === undefined ? 'missing' : 'unknown-kind', detail: show(issue.input) }]
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return [{ path, problem: 'missing', detail: String(issue.path.at(-1) ?? '') }]
  return [{ path, problem: 'wrong-value', detail: `${show(issue.input)}: ${issue.message}` }]
}

const show = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 80)

function* crossReferences(notice: Notice): Generator<NoticeProblem> {
  yield* duplicates('unitClasses', notice.unitClasses)
  yield* duplicates('events', notice.events)
  yield* duplicates('tasks', notice.tasks)
  for (const [index, task] of notice.tasks.entries()) yield* taskReferences(notice, task, `tasks.${index}`)
  for (const [index, one] of notice.cases.entries())
    if (!notice.tasks.some((task) => task.id === one.task))
      yield { path: `cases.${index}.task`, problem: 'unknown-task', detail: one.task }
}

function* taskReferences(notice: Notice, task: Task, path: string): Generator<NoticeProblem> {
  yield* duplicates(`${path}.requirements`, task.requirements)
  yield* duplicates(`${path}.milestones`, task.milestones)
  yield* duplicates(`${path}.documents`, task.documents)
  yield* duplicates(`${path}.declarations`, task.declarations)
  yield* duplicates(`${path}.fields`, task.fields.map((field) => ({ id: field.key })))
  const keys = new Set(task.fields.map((field) => field.key))
  const unknown = (at: string, problem: NoticeProblem['problem'], detail: string): NoticeProblem => ({
    path: `${path}.${at}`,
    problem,
    detail,
  })
  for (const [index, one] of task.requirements.entries()) {
    const at = `requirements.${index}`
    const fields = 'field' in one ? [one.field] : 'fields' in one ? one.fields : []
    for (const field of fields) if (!keys.has(field)) yield unknown(`${at}.field`, 'unknown-field', field)
    if (one.kind === 'milestone' && !task.milestones.some(({ id }) => id === one.milestone))
      yield unknown(`${at}.milestone`, 'unknown-milestone', one.milestone)
    if (one.kind === 'declaration' && !task.declarations.some(({ id }) => id === one.declaration))
      yield unknown(`${at}.declaration`, 'unknown-declaration', one.declaration)
    if (one.kind === 'choice' && task.fields.find(({ key }) => key === one.field)?.choices === undefined)
      yield unknown(`${at}.field`, 'no-choices', one.field)
    if (one.kind === 'quota')
      for (const quota of one.quotas)
        if (!notice.unitClasses.some(({ id }) => id === quota.unitClass))
          yield unknown(`${at}.quotas`, 'unknown-unit-class', quota.unitClass)
  }
}

function* duplicates(path: string, things: readonly { id: string }[]): Generator<NoticeProblem> {
  const seen = new Set<string>()
  for (const [index, { id }] of things.entries()) {
    if (seen.has(id)) yield { path: `${path}.${index}`, problem: 'duplicate-id', detail: id }
    seen.add(id)
  }
}
