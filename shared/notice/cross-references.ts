import type { CompositeField } from './field.ts'
import { knownTokens, tokensIn } from './known-tokens.ts'
import type { Case, Notice } from './notice.ts'
import type { NoticeProblem, NoticeProblemCode } from './notice-problem.ts'
import type { Requirement } from './requirement.ts'
import type { Task } from './task.ts'

type Problems = Generator<NoticeProblem>

/** What a schema cannot see in a rule pack: ids twice, names of things that are not there, ends before beginnings. */
export function* crossReferences(notice: Notice): Problems {
  yield* duplicates('unitClasses', notice.unitClasses)
  yield* duplicates('events', notice.events)
  yield* duplicates('tasks', notice.tasks)
  for (const [index, event] of notice.events.entries()) yield* upsideDown(`events.${index}`, event)
  for (const [index, task] of notice.tasks.entries()) yield* inTask(notice, task, `tasks.${index}`)
  for (const [index, one] of notice.cases.entries()) yield* inCase(notice, one, `cases.${index}`)
}

function* inTask(notice: Notice, task: Task, path: string): Problems {
  yield* duplicates(`${path}.requirements`, task.requirements)
  yield* duplicates(`${path}.milestones`, task.milestones)
  yield* duplicates(`${path}.documents`, task.documents)
  yield* duplicates(`${path}.declarations`, task.declarations)
  yield* duplicates(
    `${path}.fields`,
    task.fields.map(({ key }) => ({ id: key })),
  )
  for (const [index, one] of task.requirements.entries())
    yield* inRequirement(notice, task, one, `${path}.requirements.${index}`)
  const keys = fieldKeys(task)
  if (task.kind === 'table')
    for (const [index, composite] of task.composites.entries())
      for (const [key, field] of compositeFields(composite))
        yield* unless(keys.has(field), `${path}.composites.${index}.${key}`, 'unknown-field', field)
  const tokens = new Set<string>([...knownTokens, ...keys])
  for (const { path: at, token } of tokensIn(task))
    yield* unless(tokens.has(token), `${path}.${at}`, 'unknown-token', token)
}

function* inRequirement(notice: Notice, task: Task, one: Requirement, path: string): Problems {
  const keys = fieldKeys(task)
  if ('field' in one) yield* unless(keys.has(one.field), `${path}.field`, 'unknown-field', one.field)
  switch (one.kind) {
    case 'distinct-rows':
      for (const [index, field] of one.fields.entries())
        yield* unless(keys.has(field), `${path}.fields.${index}`, 'unknown-field', field)
      return
    case 'alike-rows':
      for (const part of ['name', 'time', 'place'] as const)
        yield* unless(keys.has(one[part]), `${path}.${part}`, 'unknown-field', one[part])
      return
    case 'milestone': {
      const known = task.milestones.some(({ id }) => id === one.milestone)
      return yield* unless(known, `${path}.milestone`, 'unknown-milestone', one.milestone)
    }
    case 'declaration': {
      const known = task.declarations.some(({ id }) => id === one.declaration)
      return yield* unless(known, `${path}.declaration`, 'unknown-declaration', one.declaration)
    }
    case 'choice': {
      const field = task.fields.find(({ key }) => key === one.field)
      if (field) yield* unless(field.choices !== undefined, `${path}.field`, 'no-choices', one.field)
      return
    }
    case 'quota':
      for (const [index, { unitClass }] of one.quotas.entries()) {
        const known = notice.unitClasses.some(({ id }) => id === unitClass)
        yield* unless(known, `${path}.quotas.${index}.unitClass`, 'unknown-unit-class', unitClass)
      }
      return
    case 'capture-window':
      return yield* upsideDown(path, one)
    case 'activity-time':
      for (const [index, zone] of one.zones.entries()) yield* upsideDown(`${path}.zones.${index}`, zone)
  }
}

function* inCase(notice: Notice, one: Case, path: string): Problems {
  const task = notice.tasks.find(({ id }) => id === one.task)
  if (!task) return yield* unless(false, `${path}.task`, 'unknown-task', one.task)
  const keys = fieldKeys(task)
  for (const part of ['items', 'rows'] as const)
    for (const [index, { fields }] of (one[part] ?? []).entries())
      for (const key of Object.keys(fields ?? {}))
        yield* unless(keys.has(key), `${path}.${part}.${index}.fields.${key}`, 'unknown-field', key)
  for (const [index, id] of (one.about ?? []).entries()) {
    const known = task.requirements.some((requirement) => requirement.id === id)
    yield* unless(known, `${path}.about.${index}`, 'unknown-requirement', id)
  }
  for (const [index, id] of (one.declared ?? []).entries()) {
    const known = task.declarations.some((declaration) => declaration.id === id)
    yield* unless(known, `${path}.declared.${index}`, 'unknown-declaration', id)
  }
}

const fieldKeys = (task: Task): ReadonlySet<string> => new Set(task.fields.map(({ key }) => key))

const compositeFields = (composite: CompositeField): readonly (readonly [key: string, field: string])[] =>
  composite.split === 'name-and-phone'
    ? [
        ['name', composite.name],
        ['phone', composite.phone],
      ]
    : [['field', composite.field]]

function* unless(holds: boolean, path: string, problem: NoticeProblemCode, detail: string): Problems {
  if (!holds) yield { path, problem, detail }
}

/** `2023` ends on its last day: an end is before its beginning only where it says so by the parts both have. */
function* upsideDown(
  path: string,
  span: { readonly from: string; readonly to?: string | undefined },
): Problems {
  const { from, to } = span
  if (to === undefined) return
  const shared = Math.min(from.length, to.length)
  yield* unless(from.slice(0, shared) <= to.slice(0, shared), path, 'upside-down', `${from}..${to}`)
}

function* duplicates(path: string, things: readonly { readonly id: string }[]): Problems {
  const seen = new Set<string>()
  for (const [index, { id }] of things.entries()) {
    yield* unless(!seen.has(id), `${path}.${index}`, 'duplicate-id', id)
    seen.add(id)
  }
}
