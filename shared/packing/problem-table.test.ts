import { describe, expect, it } from 'vitest'
import type { Submission } from '../project/submission.ts'
import { check } from '../rules/check.ts'
import { liaoning, photo, shenyang, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import { judged } from '../rules/verdict.ts'
import { problemTable } from './problem-table.ts'

const tableOf = (submission: Submission, now = '2023-08-20T09:00:00') => {
  const task = taskNamed(submission.task)
  const verdict = judged(task, check(liaoning, submission, now), submission.waivers)
  return problemTable({ notice: liaoning, task, submission, verdict, now })
}
const recordsOf = (submission: Submission, now?: string) => {
  const { columns, rows } = tableOf(submission, now)
  return rows.map((row) => Object.fromEntries(columns.map(({ label }, index) => [label, row[index]])))
}
const small = { bytes: 2_000_000, width: 1000, height: 800 }

describe('the list of problems', () => {
  it('tells of each finding what was measured, the notice’s words and what to do', () => {
    const records = recordsOf(
      submissionOf([photo('1', { facts: { duration: 1, bytes: 2_000_000 } }), photo('2')]),
    )
    expect(records).toEqual([
      {
        序号: '1',
        原文件名: '1.jpg',
        报送文件名: '辽宁省气象学会（沈阳市）-活动1.jpg',
        程度: '必须改',
        问题: '文件大小 1.91 MB（2,000,000 字节），要求大于 3 MB（3,145,728 字节）',
        要求出处: '附件1 格式要求第1条',
        通知原文: '图片以 jpg 格式提交，每幅电子图片大小大于 3M 且分辨率大于 300 万像素',
        怎么办: expect.stringContaining('原图') as string,
        保留原因: '',
      },
    ])
  })
  it('begins with what concerns the whole, then goes file by file, the gravest first', () => {
    const items = [
      photo('b', { relative: '微信图片_20230520.jpg', facts: small }),
      photo('a', { facts: { bytes: 2_000_000 } }),
    ]
    const records = recordsOf(submissionOf(items, { unit: shenyang }), '2023-08-28T09:00:00')
    expect(records.map((one) => [one['原文件名'], one['程度']])).toEqual([
      ['（整份报送）', '必须改'],
      ['（整份报送）', '说明'],
      ['微信图片_20230520.jpg', '必须改'],
      ['微信图片_20230520.jpg', '必须改'],
      ['微信图片_20230520.jpg', '请核对'],
      ['a.jpg', '必须改'],
    ])
  })
  it('puts a file’s empty fields into one row', () => {
    const empty = photo('1', { fields: { title: '', creator: '', caption: '' } })
    const records = recordsOf(submissionOf([empty, photo('2')]))
    expect(records.map((one) => one['问题'])).toEqual(['还没有填题目、拍摄者或来源、简介'])
    expect(records[0]?.['通知原文']?.match(/同时提交说明文档/g)).toHaveLength(1)
    expect(records[0]?.['怎么办']).toMatch(/请填写题目.+请填写拍摄者.+请填写简介/)
  })
  it('gives the reason of what is kept, and no advice against it', () => {
    const items = [photo('1', { facts: { bytes: 2_000_000 } }), photo('2')]
    const waivers = [{ code: 'bytes-outside', item: '1', reason: '只有这一张' }]
    const submission = submissionOf(items, { waivers })
    expect(recordsOf(submission)).toMatchObject([
      { 怎么办: '已说明原因保留，不用改。', 保留原因: '只有这一张' },
    ])
    expect(tableOf(submission).preamble.join()).toMatch(/问题：说明原因保留 1 处/)
  })
  it('says which clauses are our own reading', () => {
    const [record] = recordsOf(submissionOf([photo('1', { relative: '微信图片_1.jpg' }), photo('2')]))
    expect(record?.['要求出处']).toBe('附件1 格式要求第1条（按我们的理解）')
  })
  it('names files that are not packed as such', () => {
    const note = photo('3', { relative: '说明.txt', facts: { kind: 'other', format: 'text' } })
    const records = recordsOf(submissionOf([photo('1'), photo('2'), note]))
    expect(records).toMatchObject([{ 原文件名: '说明.txt', 报送文件名: '不装进报送包', 程度: '说明' }])
  })
  it('names the rows of a list by number and activity', () => {
    const row = (id: string, phone: string) => ({ id, fields: { name: '科普讲座', time: '9月18日', phone } })
    const submission = submissionOf([], {
      task: 'activities',
      rows: [row('x', '13800000000'), row('y', '1380')],
    })
    const records = recordsOf(submission)
    expect(records.at(-1)).toMatchObject({ 活动: '第2行　科普讲座' })
    expect(records.map((one) => one['问题']).join()).toContain('第1行')
  })
  it('says above the table whose it is and how much there is', () => {
    const items = [photo('1', { facts: small }), photo('2')]
    expect(tableOf(submissionOf(items))).toMatchObject({
      title: '问题清单',
      problems: 2,
      preamble: [
        '报送单位：辽宁省气象学会（省级学会）　　任务：宣传素材　　检查日期：2023年8月20日',
        expect.stringContaining('〔2023〕5号') as string,
        '报送：图片2张　　问题：必须改 2 处',
        expect.stringContaining('“必须改”的改好才能报送') as string,
      ],
    })
  })
  it('says in one row that nothing was found', () => {
    const { rows, problems, preamble } = tableOf(submissionOf([photo('1'), photo('2')]))
    expect([rows.length, rows[0]?.join(''), problems]).toEqual([1, '没有发现问题', 0])
    expect(preamble.at(-1)).toMatch(/问题：没有$/)
  })
})
