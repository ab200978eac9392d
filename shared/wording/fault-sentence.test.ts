import { describe, expect, it } from 'vitest'
import { type FaultCode, FaultData, FormProblem } from '../faults.ts'
import { noticeProblems } from '../notice/notice-problem.ts'
import { faultSentence } from './fault-sentence.ts'
import { formProblemSentence } from './form-problem-sentence.ts'
import { noticeProblemSentence } from './notice-problem-sentence.ts'

type Sample<C extends FaultCode> = Omit<Extract<FaultData, { code: C }>, 'code'>

const path = 'D:\\材料\\包'
const samples: { readonly [C in FaultCode]: Sample<C> } = {
  cancelled: {},
  'bad-request': { operation: 'pack', detail: '--cap' },
  internal: { reference: 'K7Q2' },
  'engine-gone': {},
  'host-gone': {},
  'not-found': { path },
  'not-readable': { path, reason: 'EBUSY' },
  'not-on-disk': { names: ['图片.jpg'] },
  'no-files': { paths: [path], ignored: 3 },
  'places-unreadable': { places: [{ path, reason: 'no-permission' }] },
  'tables-unread': {
    files: [{ name: '沈河区.doc', problem: { problem: 'old-word' } }, { name: '东陵.xlsx' }],
  },
  'unit-invalid': { path, problems: [{ field: 'contact', problem: 'missing' }] },
  'unit-unparsable': { path, detail: '不是UTF-8编码' },
  'unit-class-unknown': { unitClass: '企业', known: ['各市'] },
  'unit-needed': { task: 'media' },
  'notice-unknown': { notice: 'jilin-2023', known: ['liaoning-2023'] },
  'notice-invalid': { path, problems: [{ path: 'tasks.0.kind', problem: 'unknown-kind', detail: 'poll' }] },
  'task-unknown': { task: 'films', known: ['media'] },
  'task-of-other-kind': { task: 'activities', kind: 'table' },
  'form-invalid': { path, problems: [{ problem: 'no-file', cell: 'B7' }] },
  'template-unusable': { path, problem: 'no-header' },
  'waiver-unknown': { finding: 'bytes-odd' },
  'waiver-refused': { finding: 'file-damaged', clause: '附件1' },
  'declaration-unknown': { declaration: 'mine', known: ['rights'] },
  'submission-has-errors': { errors: 1234 },
  'nothing-to-pack': {},
  'out-inside-source': { out: path, source: 'D:\\材料' },
  'out-unwritable': { path, reason: 'EACCES' },
  'disk-full': { path, needed: 104_857_600, free: 1_048_576 },
  'source-changed': {
    path,
    change: 'vanished',
    more: [
      { path: 'D:\\材料\\二.jpg', change: 'locked' },
      { path: 'D:\\材料\\三.jpg', change: 'unreadable' },
    ],
  },
  'plan-unfit': { plan: 'one', bytes: 104_857_600, limit: 47_185_920 },
  'file-too-large-for-disk': { path, bytes: 5_000_000_000, limit: 4_294_967_295 },
  'attachment-unusable': { path, trouble: 'changed' },
  'package-broken': { path, problems: [] },
  'package-not-recorded': { path, reason: 'EACCES' },
  'paper-unusable': { path: '/包/报送核对单.html', trouble: 'changed' },
  'project-unknown': { project: 'p1' },
  'project-changed-elsewhere': { project: 'p1' },
  'project-too-new': { project: 'p1' },
  'project-file-unusable': { path, problem: 'archive' },
  'project-damaged': { project: 'p1', path },
}

/** Every text and figure in the data, at any depth, as people read them. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value).replace(/\B(?=(\d{3})+$)/g, ',')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

/** Sizes that are said as people say them. */
const sized: Partial<Record<FaultCode, readonly string[]>> = {
  'disk-full': ['100.0 MB', '1.00 MB'],
  'plan-unfit': ['100.0 MB', '45 MB'],
}

/** Codes that the sentence puts into words of its own. */
const translated = new Set([
  'missing',
  'contact',
  'unknown-kind',
  'no-file',
  'EBUSY',
  'EACCES',
  'vanished',
  'changed',
  'locked',
  'unreadable',
  'one',
  'table',
  'no-header',
  'no-permission',
  'old-word',
  'archive',
])

describe('the sentence of', () => {
  it.each(Object.keys(samples) as FaultCode[])(
    '%s is one line of Chinese that names everything it was given',
    (code) => {
      const fault = FaultData.parse({ code, ...samples[code] })
      const sentence = faultSentence(fault)
      expect(sentence).toMatch(/\p{Script=Han}/u)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\n/)
      const figures = sized[code]
      for (const leaf of leaves(samples[code]))
        if (!translated.has(leaf) && !(figures && /^[\d,]+$/.test(leaf))) expect(sentence).toContain(leaf)
      for (const figure of figures ?? []) expect(sentence).toContain(figure)
    },
  )

  it.each(['EBUSY', 'EACCES', 'EIO'])('a file that cannot be read does not speak in codes: %s', (reason) => {
    expect(faultSentence({ code: 'not-readable', path, reason })).not.toContain(reason)
  })

  it.each(['missing', 'empty', 'wrong-type'])(
    'a particular of the unit that is %s speaks no code',
    (problem) => {
      const sentence = faultSentence({ code: 'unit-invalid', path, problems: [{ field: 'phone', problem }] })
      expect(sentence).toContain('联系电话')
      expect(sentence).not.toContain(problem)
    },
  )

  it('many problems stays one readable line that says how many there are', () => {
    const problems = Array.from({ length: 40 }, (_, row) => ({
      problem: 'no-file' as const,
      cell: `B${row + 3}`,
    }))
    const sentence = faultSentence({ code: 'form-invalid', path, problems })
    expect(sentence).toContain('40')
    expect(sentence).toContain('B3')
    expect(sentence).not.toContain('B30')
  })
})

describe('a fault speaks no code where there are words', () => {
  it('a place in the JSON is told, the platform’s English is not', () => {
    const sentence = faultSentence({
      code: 'unit-unparsable',
      path,
      detail: 'Unexpected token in JSON at position 7',
      line: 3,
      column: 5,
    })
    expect(sentence).toContain('第3行第5个字符处')
    expect(sentence).not.toContain('Unexpected')
    expect(faultSentence({ code: 'unit-unparsable', path, detail: 'Unexpected end' })).not.toContain(
      'Unexpected',
    )
  })

  it('a waiver’s code stands in brackets behind its words', () => {
    expect(faultSentence({ code: 'waiver-unknown', finding: 'pixels-outside' })).toContain(
      '“像素不合要求”（pixels-outside）',
    )
    expect(faultSentence({ code: 'waiver-refused', finding: 'file-damaged', clause: '附件1' })).toContain(
      '“文件损坏”（file-damaged）',
    )
  })

  it('a file that another program holds is not to be checked again but let go', () => {
    const sentence = faultSentence({ code: 'source-changed', path, change: 'locked' })
    expect(sentence).toContain('正被别的程序占用')
    expect(sentence).toContain('关掉')
    expect(sentence).not.toContain('重新检查')
  })

  it('many files that changed are counted, and the first ones named', () => {
    const more = Array.from({ length: 9 }, (_, at) => ({ path: `${at}.jpg`, change: 'changed' as const }))
    const sentence = faultSentence({ code: 'source-changed', path, change: 'changed', more })
    expect(sentence).toContain('还有 9 个：“0.jpg”被改动过、“1.jpg”被改动过、“2.jpg”被改动过等')
    expect(sentence).not.toContain('3.jpg')
  })

  it('a full disk never asks for less than it needs, nor promises more than is free', () => {
    const sentence = faultSentence({ code: 'disk-full', path, needed: 40_579_459, free: 40_579_458 })
    expect(sentence).toContain('（需要 38.7 MB，剩余 38.6 MB）')
  })

  it('documents that fill a mail are named as the cause', () => {
    const fault = {
      code: 'plan-unfit',
      plan: 'split',
      bytes: 90 * 1024,
      limit: 46_080,
      documents: true,
    } as const
    expect(faultSentence(fault)).toContain('说明文档约 90 KB，最多 45 KB')
  })

  it('a way of sending of which nothing is known has no limit of 0 bytes', () =>
    expect(faultSentence({ code: 'plan-unfit', plan: 'big', bytes: 5, limit: 0 })).not.toMatch(/\d/))

  it('a task is called by its title', () => {
    expect(
      faultSentence({ code: 'task-of-other-kind', task: 'activities', kind: 'table', title: '重点活动清单' }),
    ).toContain('“重点活动清单”（activities）是报清单的任务')
  })
})

describe('a problem of a form', () => {
  const problems: FormProblem[] = [
    { problem: 'not-a-workbook' },
    { problem: 'too-large', bytes: 90_000_000, limit: 20_971_520 },
    { problem: 'no-header', missing: ['文件名'] },
    { problem: 'repeated-header', label: '简介' },
    { problem: 'too-many-rows', rows: 70_000, limit: 5_000 },
    { problem: 'unknown-file', cell: 'B7', file: 'IMG_9.jpg' },
    { problem: 'repeated-file', cell: 'B8', file: 'IMG_1.jpg' },
    { problem: 'no-file', cell: 'B9' },
    { problem: 'formula', cell: 'E7', label: '拍摄时间' },
    { problem: 'error-value', cell: 'E8', label: '拍摄时间', value: '#REF!' },
    { problem: 'merged', range: 'D3:D5', label: '拍摄地点' },
    { problem: 'cell-too-long', cell: 'H3', label: '简介', characters: 40_000, limit: 10_000 },
  ]

  it.each(problems)('$problem names its place and its figures', (problem) => {
    const sentence = formProblemSentence(FormProblem.parse(problem))
    const { problem: _, ...data } = problem
    for (const leaf of leaves(data)) expect(sentence).toContain(leaf)
  })
})

describe('a problem of a rule pack', () => {
  it.each(noticeProblems)('%s names its place and what is at fault', (problem) => {
    const sentence = noticeProblemSentence({ path: 'tasks.0.requirements.3.kind', problem, detail: 'colour' })
    expect(sentence).toContain('tasks.0.requirements.3.kind')
    expect(sentence).toContain('colour')
    expect(sentence).not.toContain(problem)
  })

  it('of an unknown sort is still said', () => {
    expect(noticeProblemSentence({ path: 'a', problem: 'later', detail: 'x' })).toContain('later')
  })
})
