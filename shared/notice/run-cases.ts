import type { Facts } from '../facts.ts'
import type { Finding } from '../findings.ts'
import { extensionFor } from '../project/item-kind.ts'
import type { Item, Row, Submission } from '../project/submission.ts'
import type { Unit } from '../project/unit.ts'
import { taskOf } from './choose.ts'
import type { Case, Notice } from './notice.ts'
import { soundFacts } from './sound-facts.ts'
import { soundFields } from './sound-fields.ts'
import type { Task } from './task.ts'

/** The verdict function that cases are put to; `now` is local wall-clock time, `YYYY-MM-DDTHH:mm:ss`. */
export type Verdict = (notice: Notice, submission: Submission, now: string) => readonly Finding[]

/** What a case expected and what came; `ok` when each code expected came and no other. */
export interface CaseResult {
  readonly title: string
  readonly task: string
  readonly expected: Case['expect']
  /** Each rule, code and severity once. */
  readonly actual: readonly Pick<Finding, 'rule' | 'code' | 'severity'>[]
  readonly ok: boolean
}

/** Puts every case of a rule pack to the verdict. */
export const runCases = (notice: Notice, verdict: Verdict): CaseResult[] =>
  notice.cases.map((one) => runCase(notice, one, verdict))

function runCase(notice: Notice, one: Case, verdict: Verdict): CaseResult {
  const task = taskOf(notice, one.task)
  if (!task) throw new RangeError(`no task ${one.task} in ${notice.id}`)
  const findings = verdict(notice, submissionOf(task, one), nowOf(task, one))
  const relevant = findings.filter(({ rule }) => one.about === undefined || one.about.includes(rule))
  const distinct = new Map(
    relevant.map(({ rule, code, severity }) => [`${rule} ${code} ${severity}`, { rule, code, severity }]),
  )
  const actual = [...distinct.values()]
  const meets = (wanted: Case['expect'][number], came: (typeof actual)[number]) =>
    wanted.code === came.code && (wanted.severity === undefined || wanted.severity === came.severity)
  const ok =
    one.expect.every((wanted) => actual.some((came) => meets(wanted, came))) &&
    actual.every((came) => one.expect.some((wanted) => meets(wanted, came)))
  return { title: one.title, task: one.task, expected: one.expect, actual, ok }
}

/** The submission that a case describes: its facts and fields laid over sound files and rows. */
export function submissionOf(task: Task, one: Case): Submission {
  const items = one.items.flatMap((item) => Array.from({ length: item.times ?? 1 }, () => item))
  const rows = (one.rows ?? (task.kind === 'record' ? [{}] : [])).flatMap((row) =>
    Array.from({ length: row.times ?? 1 }, () => row),
  )
  return {
    task: task.id,
    ...(one.unitClass !== undefined && { unit: unitOf(one.unitClass) }),
    items: items.map((item, index) => itemOf(task, item, index + 1)),
    rows: rows.map((row, index) => rowOf(task, row, index + 1)),
    declared: one.declared ?? task.declarations.map(({ id }) => id),
    waivers: [],
  }
}

function itemOf(task: Task, item: Case['items'][number], number: number): Item {
  const facts = factsOf(task, item.facts, number)
  const name =
    item.name ?? `IMG_${String(number).padStart(4, '0')}.${extensionFor(facts.format) ?? facts.format}`
  const fields = { ...(task.kind === 'media' && soundFields(task, number)), ...item.fields }
  return { id: `item-${number}`, relative: name, fields, facts }
}

function factsOf(task: Task, stated: Case['items'][number]['facts'], number: number): Facts {
  const own = { sha256: hexOf(number, 64), perceptualHash: hexOf(number, 16) }
  if (stated?.kind === 'other') {
    const plain = { kind: 'other', format: 'unknown', condition: { state: 'whole' }, bytes: 4096 } as const
    return defined({ ...plain, modified: '2023-08-01T00:00:00.000Z', sha256: own.sha256, ...stated })
  }
  return defined({ ...soundFacts(task, stated?.kind ?? 'image'), ...own, ...stated })
}

const rowOf = (task: Task, row: NonNullable<Case['rows']>[number], number: number): Row => ({
  id: `row-${number}`,
  fields: { ...soundFields(task, number), ...row.fields },
})

const unitOf = (unitClass: string): Unit => ({
  name: '示例单位',
  class: unitClass,
  region: '示例市',
  contact: '张三',
  phone: '024-23221703',
})

function nowOf(task: Task, one: Case): string {
  const first = task.milestones[0]
  return `${one.now ?? `${first?.date ?? '2023-01-01'}T${first?.time ?? '09:00'}`}:00`
}

/** Digits that differ from number to number in about half their bits, so that no two files look alike. */
function hexOf(number: number, digits: number): string {
  let state = Math.imul(number, 0x9e3779b1)
  let hex = ''
  while (hex.length < digits) {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5) | 0
    hex += (state >>> 0).toString(16).padStart(8, '0')
  }
  return hex.slice(0, digits)
}

/** A case's facts are partial: a key that it does not state is not there at all. */
function defined(facts: { readonly [K in keyof Facts]: Facts[K] | undefined }): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts
}
