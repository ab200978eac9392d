import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/findings.ts'
import type { ItemVerdict, TaskVerdict } from '../../state/item-verdict.ts'
import { obstaclesOf } from './obstacles.ts'
import { hintOf, obstacleText } from './wording.ts'

const missing = (item: string, label: string): Finding => ({
  rule: `${label}-required`,
  code: 'text-missing',
  severity: 'error',
  subject: { item, field: label },
  expected: { label },
  actual: null,
  clause: '附件1',
})
const short: Finding = {
  rule: 'quota',
  code: 'quota-short',
  severity: 'error',
  subject: {},
  expected: { bound: { operator: '>=', value: 20 }, unitClass: 'city', label: '各市' },
  actual: { count: 3, images: 3, videos: 0, rows: 0 },
  clause: '附件1',
}
function verdictOf(findings: readonly Finding[], total = 3): TaskVerdict {
  const items = new Map<string, ItemVerdict>()
  for (const finding of findings) {
    const { item } = finding.subject
    if (item === undefined) continue
    const judged = [...(items.get(item)?.judged ?? []), { finding, waived: undefined }]
    items.set(item, { state: 'incomplete', judged, name: undefined })
  }
  return {
    items,
    rows: new Map(),
    whole: findings
      .filter(({ subject }) => subject.item === undefined)
      .map((finding) => ({ finding, waived: undefined })),
    counts: { total, images: total, videos: 0, rows: 0 },
    quota: undefined,
    states: { bad: 0, incomplete: 0, doubtful: 0, fine: 0, 'left-out': 0 },
    errors: findings.length,
    mark: '',
  }
}
const standing = {
  verdict: verdictOf([]),
  upToDate: true,
  unmeasured: 0,
  trouble: undefined,
  unitComplete: true,
  busy: false,
}
const titles = (given: Partial<Parameters<typeof obstaclesOf>[0]>) =>
  obstaclesOf({ ...standing, ...given }).map((one) => obstacleText(one, undefined).title)

describe('what stands in the way of packing', () => {
  it('is nothing when all is well', () => {
    expect(obstaclesOf(standing)).toEqual([])
    expect(hintOf(obstaclesOf(standing))).toBeUndefined()
  })

  it('is told in groups, what concerns the whole first, then the most frequent', () => {
    const verdict = verdictOf([missing('a', '题目'), missing('a', '简介'), missing('b', '简介'), short])
    expect(titles({ verdict, unitComplete: false })).toEqual([
      '单位信息没填全',
      '各市要求不少于 20，现有 3，数量不够',
      '简介没有填',
      '题目没有填',
    ])
    expect(hintOf(obstaclesOf({ ...standing, verdict }))).toBe('还差 4 处')
  })

  it('does not speak of numbers while files are measured', () => {
    const verdict = verdictOf([short])
    expect(titles({ verdict, unmeasured: 5 })).toEqual(['还在检测 5 个文件，检测完就可以接着打包'])
    expect(titles({ verdict: verdictOf([short], 0) })).toEqual(['还没有可以打包的文件'])
  })

  it('waits for a verdict that knows everything', () => {
    expect(titles({ upToDate: false })).toEqual(['正在按通知核对…'])
    expect(titles({ verdict: undefined })).toEqual(['正在按通知核对…'])
    expect(hintOf(obstaclesOf({ ...standing, upToDate: false }))).toBeUndefined()
  })

  it('says why measuring has stopped', () => {
    const trouble = { code: 'internal', reference: 'e-1' } as const
    expect(obstaclesOf({ ...standing, unmeasured: 2, trouble })).toEqual([
      { kind: 'stopped', fault: trouble },
    ])
  })

  it('leaves out what was waived', () => {
    const verdict = verdictOf([short])
    const whole = verdict.whole.map((one) => ({ ...one, waived: '只有三张' }))
    expect(obstaclesOf({ ...standing, verdict: { ...verdict, whole } })).toEqual([])
  })
})
