import { describe, expect, it } from 'vitest'
import { alikeRows } from '../lists/alike-rows.ts'
import { crossReferences } from '../notice/cross-references.ts'
import type { Row } from '../project/submission.ts'
import { check } from './check.ts'
import { liaoning, shenyang, submissionOf } from './submission.fixture.ts'

const by = { name: 'name', time: 'time', place: 'place', assumedYear: 2023 }
type Written = readonly [name: string, time: string, place: string, apart?: readonly string[]]

/** Rows named 1, 2, 3 … */
const rowsOf = (written: readonly Written[]): Row[] =>
  written.map(([name, time, place, apart], index) => ({
    id: String(index + 1),
    fields: { name, time, place },
    ...(apart && { apart: [...apart] }),
  }))
const alike = (...written: readonly Written[]) =>
  alikeRows(rowsOf(written), by).map(({ row, others, by: how }) => `${row} ${others.join()} ${how}`)

describe('two rows', () => {
  it.each([
    ['科普大篷车进校园', '科普大篷车进校园活动'],
    ['科普大篷车进校园', '2023年“科普大篷车”进校园系列活动'],
    ['科普大篷车进校园', '浑南区科普大篷车进校园启动仪式'],
    ['浑南区科普大篷车进校园启动仪式', '科普大篷车进校园'],
    ['ＡＩ 科普', 'ai科普主题活动'],
  ])('named %s and %s are alike at overlapping times', (one, other) => {
    expect(alike([one, '9月17日-20日', '一小'], [other, '9月19日', '二小'])).toEqual(['2 1 name-and-time'])
    expect(alike([one, '9月17日-18日', '一小'], [other, '9月19日', '二小'])).toEqual([])
  })

  it('of one name at one place are alike at other times, for a time may have been corrected', () => {
    expect(
      alike(
        ['科普讲座', '9月17日', '省科技馆'],
        ['科普讲座', '9月20日', '省 科技馆'],
        ['科普讲座', '9月中旬', '省科技馆'],
      ),
    ).toEqual(['2 1 name-and-place', '3 1,2 name-and-place'])
    expect(alike(['科普讲座', '9月17日', '省科技馆'], ['科普讲座', '9月20日', '省科技馆', ['1']])).toEqual([])
  })

  it('with a short name in common, or a number cut in two, are not alike', () => {
    expect(alike(['科普讲座', '9月17日', '一小'], ['航天科普讲座', '9月17日', '二小'])).toEqual([])
    expect(alike(['科普大讲堂第1', '9月17日', '一小'], ['科普大讲堂第12', '9月17日', '二小'])).toEqual([])
  })

  it('at one place on the same days are alike, at the same hours or at hours not told', () => {
    const at = (one: string, other: string, place = '省科技馆') =>
      alike(['航天讲座', one, '省 科技馆'], ['机器人表演', other, place])
    expect(at('9月17日上午', '9月17日上午')).toEqual(['2 1 place-and-time'])
    expect(at('9月17日', '2023年9月17日上午')).toEqual(['2 1 place-and-time'])
    expect(at('9月17日上午', '9月17日下午')).toEqual([])
    expect(at('9月17日', '9月17日-18日')).toEqual([])
    expect(at('9月17日', '9月17日', '市科技馆')).toEqual([])
  })

  it.each(['线上', '待定', '公园', '线上平台', '全市各区县'])('at %s are at no place', (place) => {
    expect(alike(['航天讲座', '9月17日', place], ['机器人表演', '9月17日', place])).toEqual([])
  })

  it('without a time that can be read are not compared', () => {
    expect(alike(['科普大篷车进校园', '待定', '一小'], ['科普大篷车进校园', '待定', '二小'])).toEqual([])
  })

  it('that are the same are repetitions, not alike', () => {
    expect(alike(['讲座', '9月17日', '省科技馆'], ['讲 座', '9月17日', '省科技馆'])).toEqual([])
  })

  it('that the clerk has kept apart are not named, whichever of them says so', () => {
    const [one, other] = [
      ['科普大篷车进校园', '9月17日', '一小'],
      ['科普大篷车进校园', '9月17日', '二小'],
    ] as const
    expect(alike([...one, ['2']], other)).toEqual([])
    expect(alike(one, [...other, ['1']])).toEqual([])
    expect(alike(one, [...other, ['1']], ['科普大篷车进校园', '9月17日', '三小'])).toEqual([
      '3 1,2 name-and-time',
    ])
  })
})

const dayOf = (index: number): string => new Date(Date.UTC(2001, 0, 1 + index)).toISOString().slice(0, 10)
const hoursOf = (index: number): string =>
  `${8 + Math.floor(index / 3600)}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}-20:${String(index % 60).padStart(2, '0')}`

describe('many rows', () => {
  it('are found at runs of days that reach over months, and over many years', () => {
    const name = '科普大篷车进校园'
    const spans = ['2023年8月20日—10月3日', '2018年1月1日—2024年1月1日', '2023年9月5日', '2023年11月5日']
    expect(alike(...spans.map((time, index): Written => [name, time, `${index}小`]))).toEqual([
      '2 1 name-and-time',
      '3 1,2 name-and-time',
      '4 2 name-and-time',
    ])
  })

  it('of names within each other are compared', () => {
    const rows = rowsOf(
      Array.from({ length: 600 }, (_, index): Written => ['科'.repeat(6 + index), '9月17日', `${index}小`]),
    )
    expect(alikeRows(rows, by).every(({ others }) => others.length <= 3)).toBe(true)
  })

  it('of long names are alike by how these begin', () => {
    const name = '科普讲座'.repeat(20)
    expect(alike([`${name}一`, '9月17日', '一小'], [`${name}二`, '9月17日', '二小'])).toEqual([
      '2 1 name-and-time',
    ])
  })

  it('name three of the earlier ones', () => {
    const schools = ['一小', '二小', '三小', '四小', '五小'].map((place): Written => [
      '科普大篷车进校园',
      '9月17日',
      place,
    ])
    expect(alike(...schools).at(-1)).toBe('5 1,2,3 name-and-time')
  })

  it.each<[string, (index: number) => Written]>([
    ['at one place in one week', (index) => [`第${index}场科普讲座`, '9月17日-23日', '浑南区科技馆']],
    ['of one name', (index) => ['科普大篷车进校园', '9月17日-23日', `第${index}小学`]],
    [
      'of one name on many days',
      (index) => ['科普大篷车进校园', `${(index % 12) + 1}月${(index % 28) + 1}日`, `${index}小`],
    ],
    ['that begin alike', (index) => [`科普大篷车进校园走进第${index}小学`, '9月17日', `第${index}小学`]],
    ['of one name, each on days of its own', (index) => ['科普大篷车进校园', dayOf(index), `${index}小`]],
    [
      'of one name, each at hours of its own',
      (index) => ['科普大篷车进校园', `9月${(index % 28) + 1}日${hoursOf(index)}`, `${index}小`],
    ],
    [
      'of one place, each at hours of its own',
      (index) => [`第${index}场`, `9月17日${hoursOf(index)}`, '浑南区科技馆'],
    ],
    ['that are all the same', () => ['科普大篷车进校园', '9月17日', '第一小学']],
    // Each with each, these would not be done before the test's time is up.
  ])('%s are compared by the twenty thousand', (_, written) => {
    const rows = rowsOf(Array.from({ length: 20_000 }, (__, index) => written(index)))
    expect(alikeRows(rows, by).length).toBeLessThanOrEqual(2 * rows.length)
  })
})

describe('the rules on a list', () => {
  const codes = (written: readonly Written[]) => {
    const rows = rowsOf(written)
    const findings = check(
      liaoning,
      submissionOf([], { task: 'activities', unit: shenyang, rows }),
      '2023-08-20T09:00:00',
    )
    return findings.flatMap(({ code, severity, subject }) =>
      code === 'row-alike' || code === 'row-repeated' ? [`${subject.row} ${code} ${severity}`] : [],
    )
  }

  it('name rows that look alike, and excuse those kept apart', () => {
    const one = ['科普大篷车进校园', '9月17日', '一小'] as const
    const other = ['科普大篷车进校园', '9月17日', '二小'] as const
    expect(codes([one, other])).toEqual(['2 row-repeated warning', '2 row-alike warning'])
    expect(codes([one, [...other, ['1']]])).toEqual([])
    expect(codes([[...one, ['2']], other])).toEqual([])
  })

  it('do not excuse what is an error', () => {
    const one = ['科普讲座', '9月17日', '一小学'] as const
    expect(codes([one, [...one, ['1']]])).toEqual(['2 row-repeated error'])
  })

  it('name fields that the task has', () => {
    const tasks = liaoning.tasks.map((task) => ({
      ...task,
      requirements: task.requirements.map((one) =>
        one.kind === 'alike-rows' ? { ...one, place: 'where' } : one,
      ),
    }))
    expect([...crossReferences({ ...liaoning, tasks })]).toMatchObject([
      { problem: 'unknown-field', detail: 'where' },
    ])
  })
})
