import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type ImportPlan,
  planImport,
  proposeChoice,
  type TableChoice,
} from '../../shared/lists/plan-import.ts'
import { alikeRows } from '../../shared/lists/alike-rows.ts'
import { SkipReason } from '../../shared/lists/import-report.ts'
import type { ListTask } from '../../shared/lists/table-header.ts'
import { taskOf } from '../../shared/notice/choose.ts'
import { LinePlace } from '../../shared/project/origin.ts'
import type { Row } from '../../shared/project/submission.ts'
import { openEngine } from '../engine.fixture.ts'

const folder = path.join(import.meta.dirname, 'fixtures/counties')
const Counts = z.record(z.string(), z.number())
const Expected = z.object({
  files: z.array(
    z.object({ name: z.string(), read: z.number(), kept: z.number(), merged: z.number(), skipped: Counts }),
  ),
  totals: z.object({ read: z.number(), kept: z.number(), merged: z.number(), skipped: Counts }),
  merged: z.array(z.object({ name: z.string(), into: LinePlace, origin: LinePlace })),
  alike: z.array(z.tuple([z.string(), z.string()])),
  hidden: z.object({ file: z.string(), sheet: z.string(), names: z.array(z.string()) }),
  faults: z.array(
    LinePlace.extend({ field: z.string(), code: z.string(), severity: z.enum(['error', 'warning']) }),
  ),
})
const expected = Expected.parse(JSON.parse(await readFile(path.join(folder, 'expected.json'), 'utf8')))

let engine: Awaited<ReturnType<typeof openEngine>>
let task: ListTask
let choices: TableChoice[]
let plan: ImportPlan

beforeAll(async () => {
  engine = await openEngine()
  const notice = await engine.client['notice.load']({ id: 'liaoning-2023' })
  const found = taskOf(notice, 'activities')
  if (found?.kind !== 'table') throw new Error('no list in the notice')
  task = found
  const claims = expected.files.map(({ name }) => engine.claim(path.join(folder, name)))
  const read = await engine.client['list.read']({ notice: notice.id, task: task.id, claims })
  expect(read.files.flatMap(({ name, problem }) => (problem ? [{ name, problem }] : []))).toEqual([])
  choices = read.files.flatMap(({ name, tables }) => tables.map((table) => proposeChoice(name, table, task)))
  plan = planned(choices)
})
afterAll(() => engine.close())

const planned = (from: readonly TableChoice[]): ImportPlan => {
  let last = 0
  return planImport(from, { task, rows: [], year: 2023, newId: () => `row-${(last += 1)}` })
}

const count = (reasons: readonly SkipReason[]): Record<string, number> =>
  Object.fromEntries(
    SkipReason.options.flatMap((reason) => {
      const some = reasons.filter((one) => one === reason).length
      return some > 0 ? [[reason, some]] : []
    }),
  )

const nameOf = ({ fields }: Row): string => fields['name'] ?? ''
const rowAt = (rows: readonly Row[], { file, sheet, row }: LinePlace): Row | undefined =>
  rows.find(({ origins }) =>
    origins?.some((one) => one.file === file && one.sheet === sheet && one.row === row),
  )

describe('what ten counties sent, each in its own way', () => {
  it('is accounted for line by line', () => {
    const { files, read, kept, merged, skipped } = plan.report
    expect(
      files.map((file) => ({
        ...file,
        merged: merged.filter(({ origin }) => origin.file === file.name).length,
        skipped: count(skipped.filter((one) => one.file === file.name).map(({ reason }) => reason)),
      })),
    ).toEqual(expected.files)
    expect({
      read,
      kept,
      merged: merged.length,
      skipped: count(skipped.map(({ reason }) => reason)),
    }).toEqual(expected.totals)
    expect(read).toBe(kept + merged.length + skipped.length)
  })

  it('makes one list of more than 60 activities, none of them half read', () => {
    expect(plan.added).toHaveLength(expected.totals.kept)
    expect(plan.added.length).toBeGreaterThan(60)
    const required = ['name', 'time', 'place', 'host', 'brief', 'contact', 'phone']
    const blank = plan.added.flatMap((row) =>
      required.filter((field) => (row.fields[field] ?? '') === '').map((field) => [nameOf(row), field]),
    )
    expect(blank).toEqual([['心理健康减压工作坊', 'contact']])
  })

  it('merges what was sent twice, and remembers both places', () => {
    expect(plan.report.merged).toEqual(expected.merged.map(({ origin, into }) => ({ origin, into })))
    for (const { name, into, origin } of expected.merged) {
      const row = rowAt(plan.added, origin)
      expect(row && nameOf(row)).toBe(name)
      expect(row?.origins).toMatchObject([into, origin])
    }
  })

  it('takes cells merged downwards for every row that they cover', () => {
    const at = (file: string, sheet: string, rows: readonly number[], field: string) =>
      rows.map((row) => rowAt(plan.added, { file, sheet, row })?.fields[field])
    expect(at('06-浑南区.docx', '表1', [2, 3, 4], 'host')).toEqual(Array(3).fill('浑南区科学技术局'))
    expect(at('08-沈北新区.xlsx', '沈北新区', [5, 6, 7, 8], 'host')).toEqual([
      ...Array(3).fill('沈北新区农业农村局'),
      '沈北新区科学技术协会',
    ])
    expect(new Set(at('08-沈北新区.xlsx', '沈北新区', [11, 12, 13], 'phone')).size).toBe(1)
  })

  it('understands dates, serial numbers, formulas and people with their phones', () => {
    const fields = (file: string, sheet: string, row: number) =>
      rowAt(plan.added, { file, sheet, row })?.fields ?? {}
    const times = [2, 3, 5, 6].map((row) => fields('09-于洪区.xlsx', '区直部门', row)['time'] ?? '')
    expect(times.map((time) => time.replace(/^2023年/u, ''))).toEqual([
      '9月17日',
      '9月18日',
      '9月19日',
      '9月20日',
    ])
    expect(fields('10-辽中区.xlsx', '汇总', 3)).toMatchObject({ place: '辽中区肖寨门镇' })
    for (const row of [2, 3, 4, 5]) {
      const { contact = '', phone = '' } = fields('09-于洪区.xlsx', '街道和学校', row)
      expect(contact).toMatch(/^\p{Script=Han}{2,3}$/u)
      expect(phone).toMatch(/^(1\d{10}|024-\d{8})$/)
    }
  })

  it('has the faults that were put in, and no other errors', async () => {
    const submission = { task: task.id, items: [], rows: [...plan.added], declared: [], waivers: [] }
    const findings = await engine.client['submission.check']({ notice: 'liaoning-2023', submission })
    const places = findings.flatMap(({ subject, code, severity }) => {
      const place = plan.added.find(({ id }) => id === subject.row)?.origins?.[0]
      return place ? [{ ...LinePlace.parse(place), field: subject.field ?? '', code, severity }] : []
    })
    expect(places).toEqual(expect.arrayContaining(expected.faults))
    const isError = ({ severity }: { readonly severity: string }) => severity === 'error'
    expect(places.filter(isError)).toHaveLength(expected.faults.filter(isError).length)
  })
})

it('names those that are probably one activity, and no others', () => {
  const name = (id: string) => plan.added.filter((row) => row.id === id).map(nameOf)
  const by = { name: 'name', time: 'time', place: 'place', assumedYear: 2023 }
  const pairs = alikeRows(plan.added, by).map(({ row, others }) => [...others, row].flatMap(name))
  expect(pairs).toEqual(expected.alike)
})

describe('a hidden sheet', () => {
  const names = (rows: readonly Row[]) => rows.map(nameOf)
  const { file, sheet, names: hidden } = expected.hidden

  it('is left alone', () => {
    expect(names(plan.added).filter((name) => hidden.includes(name))).toEqual([])
  })

  it('is taken when it is asked for', () => {
    const asked = choices.map((choice) =>
      choice.file === file && choice.table.sheet === sheet ? { ...choice, taken: true } : choice,
    )
    expect(names(planned(asked).added)).toEqual(expect.arrayContaining(hidden))
  })
})
