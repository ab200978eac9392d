import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticeProblemSentence } from '../wording/notice-problem-sentence.ts'
import { loadNotice, readNotice } from './load.ts'

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const sound = read('fixtures/long-edge-and-maximums.json')
const liaoning = read('../../resources/notices/liaoning-2023.json')

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
const absent = Symbol('absent')

/** The pack with the value at `path` replaced, added or (`absent`) removed; `-` at the end of a path appends to a list. */
function changed(pack: string, path: string, value: Json | typeof absent): unknown {
  const whole = JSON.parse(pack) as Json
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<Json>((at, key) => (at as Record<string, Json>)[key] ?? null, whole)
  if (Array.isArray(holder) && last === '-') holder.push(value as Json)
  else if (value === absent) delete (holder as Record<string, Json>)[last]
  else (holder as Record<string, Json>)[last] = value
  return whole
}

const problemsOf = (value: unknown) => {
  const loaded = loadNotice(value)
  return loaded.ok ? [] : loaded.problems.map(({ path, problem }) => ({ path, problem }))
}

/** Position of a requirement of the sound pack, by its id. */
const requirement = (id: string): string => {
  const pack = JSON.parse(sound) as { tasks: { requirements: { id: string }[] }[] }
  return `tasks.0.requirements.${pack.tasks[0]?.requirements.findIndex((one) => one.id === id) ?? -1}`
}

describe('a pack is loaded', () => {
  it.each([
    ['the sample', sound],
    ['Liaoning 2023', liaoning],
  ])('when it is sound: %s', (_, pack) => {
    expect(problemsOf(JSON.parse(pack))).toEqual([])
  })
})

describe('a pack is refused', () => {
  const size = requirement('size')
  const count = requirement('count')
  const taken = requirement('taken')
  const theme = requirement('theme')

  it.each<[title: string, path: string, value: Json | typeof absent, at: string, problem: string]>([
    ['a kind of requirement that nobody knows', `${size}.kind`, 'colour', `${size}.kind`, 'unknown-kind'],
    ['a requirement without a kind', `${size}.kind`, absent, `${size}.kind`, 'missing'],
    ['a kind of task that nobody knows', 'tasks.0.kind', 'poll', 'tasks.0.kind', 'unknown-kind'],
    ['a requirement without its clause', `${size}.basis`, absent, `${size}.basis`, 'missing'],
    ['a requirement without advice', `${size}.advice`, absent, `${size}.advice`, 'missing'],
    ['a notice without a year', 'year', absent, 'year', 'missing'],
    ['an unknown key at the top', 'colour', 'red', 'colour', 'unknown-key'],
    ['an unknown key in a requirement', `${size}.maximum`, 3, `${size}.maximum`, 'unknown-key'],
    ['a severity that does not exist', `${size}.severity`, 'fatal', `${size}.severity`, 'wrong-value'],
    ['text where a number belongs', `${size}.bound.value`, '10', `${size}.bound.value`, 'wrong-value'],
    [
      'a format that does not exist',
      `${requirement('format')}.formats.0`,
      'jpg',
      `${requirement('format')}.formats.0`,
      'wrong-value',
    ],
    [
      'an operator that does not exist',
      `${size}.bound.operator`,
      '=>',
      `${size}.bound.operator`,
      'wrong-value',
    ],
    ['a bound without an operator', `${size}.bound.operator`, absent, `${size}.bound.operator`, 'missing'],
    ['a day that is no day', 'issuedOn', '2024-4-1', 'issuedOn', 'wrong-value'],
    [
      'a time of day that does not exist',
      'tasks.0.milestones.1.time',
      '24:30',
      'tasks.0.milestones.1.time',
      'wrong-value',
    ],
    [
      'an address that is no address',
      'tasks.0.recipients.1.address',
      'photos@',
      'tasks.0.recipients.1.address',
      'wrong-value',
    ],
    [
      'a range upside down',
      `${size}.bound`,
      { operator: 'range', min: 9, max: 3 },
      `${size}.bound`,
      'upside-down',
    ],
    ['a capture window upside down', `${taken}.to`, '2024-02', taken, 'upside-down'],
    [
      'an event that ends before it begins',
      'events.-',
      { id: 'day', title: '开幕', from: '2024-05-02', to: '2024-05-01' },
      'events.0',
      'upside-down',
    ],
    ['an id used twice', `${count}.id`, 'size', count, 'duplicate-id'],
    ['a class of units used twice', 'unitClasses.1.id', 'school', 'unitClasses.1', 'duplicate-id'],
    ['a field used twice', 'tasks.0.fields.1.key', 'title', 'tasks.0.fields.1', 'duplicate-id'],
    [
      'a limit on a field that is not there',
      `${requirement('caption')}.field`,
      'story',
      `${requirement('caption')}.field`,
      'unknown-field',
    ],
    [
      'a quota for a class that is not there',
      `${count}.quotas.0.unitClass`,
      'town',
      `${count}.quotas.0.unitClass`,
      'unknown-unit-class',
    ],
    ['a choice without choices', 'tasks.0.fields.2.choices', absent, `${theme}.field`, 'no-choices'],
    [
      'a token that nobody fills',
      'tasks.0.subject.template',
      '科普摄影-{untit}',
      'tasks.0.subject.template',
      'unknown-token',
    ],
    [
      'a token that nobody fills in a mail',
      'tasks.0.body.0',
      '{persons}：',
      'tasks.0.body.0',
      'unknown-token',
    ],
    ['a case of a task that is not there', 'cases.3.task', 'films', 'cases.3.task', 'unknown-task'],
    [
      'a case about a requirement that is not there',
      'cases.3.about',
      ['edges'],
      'cases.3.about.0',
      'unknown-requirement',
    ],
    [
      'a case with a field that is not there',
      'cases.0.items.0.fields',
      { story: '' },
      'cases.0.items.0.fields.story',
      'unknown-field',
    ],
    [
      'a case that affirms what is not declared',
      'cases.3.declared',
      ['mine'],
      'cases.3.declared.0',
      'unknown-declaration',
    ],
    [
      'a case that expects a code that does not exist',
      'cases.3.expect',
      [{ code: 'too-big' }],
      'cases.3.expect.0.code',
      'wrong-value',
    ],
    ['no cases at all', 'cases', [], 'cases', 'wrong-value'],
  ])('with %s', (_, path, value, at, problem) => {
    expect(problemsOf(changed(sound, path, value))).toContainEqual({ path: at, problem })
  })

  const common = {
    severity: 'error',
    waivable: false,
    basis: { clause: '一', sentence: '一', standing: 'explicit' },
    advice: '改',
  }
  it.each([
    [
      'a deadline that is not there',
      { id: 'x', kind: 'milestone', milestone: 'end', nearDays: 1, ...common },
      'milestone',
      'unknown-milestone',
    ],
    [
      'a declaration that is not there',
      { id: 'x', kind: 'declaration', declaration: 'mine', ...common },
      'declaration',
      'unknown-declaration',
    ],
    [
      'rows told apart by a field that is not there',
      { id: 'x', kind: 'distinct-rows', fields: ['title', 'when'], ...common },
      'fields.1',
      'unknown-field',
    ],
  ])('with %s', (_, added, key, problem) => {
    const pack = changed(sound, 'tasks.0.requirements.-', added)
    expect(problemsOf(pack)).toContainEqual({ path: `tasks.0.requirements.9.${key}`, problem })
  })

  it('with a zone of days upside down', () => {
    const tasks = (JSON.parse(liaoning) as { tasks: { requirements: { kind: string }[] }[] }).tasks
    const at = tasks[1]?.requirements.findIndex(({ kind }) => kind === 'activity-time') ?? -1
    const path = `tasks.1.requirements.${at}.zones.0`
    expect(problemsOf(changed(liaoning, `${path}.to`, '2023-09-01'))).toContainEqual({
      path,
      problem: 'upside-down',
    })
  })

  it('with two columns that make a field that is not there', () => {
    const pack = changed(liaoning, 'tasks.1.composites.0.phone', 'mobile')
    expect(problemsOf(pack)).toContainEqual({ path: 'tasks.1.composites.0.phone', problem: 'unknown-field' })
    const halves = changed(liaoning, 'tasks.1.composites.2.field', 'moment')
    expect(problemsOf(halves)).toContainEqual({
      path: 'tasks.1.composites.2.field',
      problem: 'unknown-field',
    })
  })

  it.each([[null], [42], ['{}'], [[]], [{}]])('when it is no pack at all: %j', (value) => {
    expect(loadNotice(value).ok).toBe(false)
  })

  it('with every problem named at once', () => {
    const once = JSON.stringify(changed(sound, 'year', absent))
    expect(problemsOf(changed(once, `${size}.kind`, 'colour')).map(({ problem }) => problem)).toEqual([
      'missing',
      'unknown-kind',
    ])
  })
})

describe('readNotice', () => {
  it('reads a sound pack, with or without a byte order mark', () => {
    expect(readNotice(sound).ok).toBe(true)
    expect(readNotice(`\uFEFF${sound}`).ok).toBe(true)
  })

  it('says in Chinese where a file stops being JSON', () => {
    const broken = readNotice('{\n  "format": 1,\n  “id”: "x"\n}')
    expect(broken).toEqual({ ok: false, problems: [{ path: '', problem: 'not-json', detail: '3:3' }] })
    if (broken.ok) return
    expect(broken.problems.map(noticeProblemSentence)).toEqual([
      '第3行第3个字符处写法不对，不是JSON；请检查引号、逗号和括号（都要用英文的）',
    ])
  })
})
