import { describe, expect, it } from 'vitest'
import type { Finding, Severity } from '../../shared/findings.ts'
import { groupFindings, openLines } from './finding-groups.ts'

const missing = (item: string, label: string): Finding => ({
  rule: 'r',
  code: 'text-missing',
  severity: 'error',
  subject: { item, field: 'f' },
  expected: { label },
  actual: null,
  clause: '',
})
const chat = (item: string, severity: Severity = 'warning'): Finding => ({
  rule: 'original',
  code: 'chat-copy',
  severity,
  subject: { item },
  expected: null,
  actual: { name: 'x.jpg' },
  clause: '',
})
const open = (...findings: Finding[]) => findings.map((finding) => ({ finding, waived: undefined }))

describe('findings on the board', () => {
  it('are grouped by code; files are counted once, and each name by itself', () => {
    const [group] = groupFindings(open(missing('a', '题目'), missing('a', '简介'), missing('b', '简介')))
    expect(group).toMatchObject({
      code: 'text-missing',
      count: 2,
      names: [
        { name: '简介没有填', count: 2, first: 'a' },
        { name: '题目没有填', count: 1, first: 'a' },
      ],
    })
  })

  it('stand the worst first, then the most frequent', () => {
    const groups = groupFindings(open(chat('a'), chat('b'), missing('a', '题目')))
    expect(groups.map(({ code, severity, count }) => [code, severity, count])).toEqual([
      ['text-missing', 'error', 1],
      ['chat-copy', 'warning', 2],
    ])
    expect(
      groupFindings(open(chat('a'), chat('b', 'error'), chat('c'))).map(({ severity, count }) => [
        severity,
        count,
      ]),
    ).toEqual([
      ['error', 1],
      ['warning', 2],
    ])
  })

  it('leave out what is waived and what is about the submission as a whole', () => {
    expect(groupFindings([{ finding: chat('a'), waived: '已请示' }])).toEqual([])
    expect(groupFindings(open({ ...chat('a'), subject: {} }))).toEqual([])
  })
})

describe('findings before packing', () => {
  const late: Finding = {
    rule: 'deadline',
    code: 'deadline-passed',
    severity: 'error',
    subject: {},
    expected: { date: '2023-08-31', title: '报送截止' },
    actual: { now: '2023-09-02T00:00:00', days: 2 },
    clause: '',
  }

  it('stand in one line a name: what concerns the whole first, then the most frequent', () => {
    const all = open(missing('a', '题目'), missing('b', '简介'), missing('a', '简介'), late, chat('c'))
    expect(openLines(all, 'error')).toEqual([
      {
        code: 'deadline-passed',
        text: '报送截止（2023年8月31日）已过，今天是2023年9月2日',
        count: 1,
        first: undefined,
      },
      { code: 'text-missing', text: '简介没有填', count: 2, first: 'b' },
      { code: 'text-missing', text: '题目没有填', count: 1, first: 'a' },
    ])
    expect(openLines(all, 'warning')).toMatchObject([{ code: 'chat-copy', count: 1, first: 'c' }])
  })

  it('lead to a row of a list too', () => {
    const inRow: Finding = { ...missing('a', '活动时间'), subject: { row: 'r', field: 'time' } }
    expect(openLines(open(inRow), 'error')).toMatchObject([{ text: '活动时间没有填', count: 1, first: 'r' }])
  })
})
