import { describe, expect, test } from 'vitest'
import { taskNamed } from '../rules/submission.fixture.ts'
import type { PlannedPart } from '../packing/plan.ts'
import {
  aloneText,
  mailWayText,
  partWayText,
  planName,
  programsText,
  reasonText,
  refusalText,
} from './sending-words.ts'

const media = taskNamed('media')
const MB = 1024 ** 2
const GB = 1024 ** 3
const { large: _large, ...packaging } = media.packaging
const withoutLarge = { ...media, packaging }
const upload = {
  ...media,
  recipients: [{ channel: 'upload' as const, address: 'https://example.test', note: '' }],
}
const of = (count: number, way: PlannedPart['way'] = 'attachment') =>
  Array.from({ length: count }, () => ({ way }))

test.each([
  ['one', of(1), '一封邮件'],
  ['one', of(1, 'handed'), '一个压缩包'],
  ['split', of(3), '分3封邮件发送'],
  ['big', of(1, 'large'), '一个超大附件'],
  ['big', of(2, 'large'), '超大附件，分2封邮件'],
  ['disk', of(1, 'disk'), '拷到U盘'],
] as const)('plan %s is called by what is done', (plan, parts, name) =>
  expect(planName({ plan, parts })).toBe(name),
)

test('a part is called by the way it goes', () => {
  const ways = (['attachment', 'large', 'disk', 'handed'] as const).map((way) => partWayText({ way }, upload))
  expect(ways).toEqual(['普通附件', '超大附件', 'U盘', '网上提交'])
})

describe('the reason for a plan', () => {
  const figures = { bytes: 100 * MB, limit: 45 * MB }
  test.each([
    [{ code: 'handed' }, '通知没有要求用邮箱报送，做成一个压缩包'],
    [
      { code: 'fits-one', bytes: 15 * MB, limit: 45 * MB },
      '全部材料约 15.0 MB，一封邮件最多 45 MB，一封装得下',
    ],
    [
      { code: 'few-mails', ...figures, mails: 3, alone: 0 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB；每封都能单独打开查看',
    ],
    [
      { code: 'few-mails', ...figures, mails: 4, alone: 1 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB；其中 1 个大文件单独发，每封都能单独打开查看',
    ],
    [
      { code: 'many-mails', ...figures, mails: 9, most: 4 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB，要分9封，容易漏发，用超大附件省事',
    ],
    [
      { code: 'beyond-mail', ...figures },
      '全部材料约 100.0 MB，一封邮件最多 45 MB，分开也装不下，用超大附件发送',
    ],
    [
      { code: 'beyond-large', bytes: 4 * GB, limit: 3 * GB },
      '全部材料约 4.00 GB，超大附件最多 3 GB，也装不下，拷到U盘送达',
    ],
    [{ code: 'beyond-large', bytes: 4 * GB, limit: 0 }, '全部材料约 4.00 GB，邮件装不下，拷到U盘送达'],
  ] as const)('%j', (reason, text) => expect(reasonText(reason, media)).toBe(text))
})

test('what a plan cannot carry is said with both figures, where there are two', () => {
  const refused = { bytes: 100 * MB, limit: 45 * MB }
  expect(refusalText('one', refused, media)).toBe('共约 100.0 MB，一封邮件最多 45 MB，装不下')
  expect(refusalText('big', { bytes: 4 * GB, limit: 3 * GB }, media)).toBe(
    '共约 4.00 GB，超大附件最多 3 GB，装不下',
  )
  expect(refusalText('big', { bytes: GB, limit: 0 }, media)).toBe('不知道邮箱的超大附件能发多大，不能选')
})

describe('why a file goes by itself', () => {
  const text = (way: PlannedPart['way'], bytes: number, task = media) => {
    const item = { item: '1', path: '', name: '启动仪式.mp4', number: 1, kind: 'video' as const, bytes }
    return aloneText({ alone: true, way, items: [item] }, 45 * MB, task)
  }
  test('names the file, its size, the limit and the way', () => {
    expect(text('large', 300 * MB)).toBe(
      '视频“启动仪式.mp4” 300 MB，超过一封邮件 45 MB 的上限，单独用超大附件发送',
    )
    expect(text('disk', 2.5 * GB)).toBe(
      '视频“启动仪式.mp4” 2.50 GB，超过超大附件 2 GB 的上限，单独拷到U盘送达',
    )
  })
  test('never says of a file that it is larger than it is', () =>
    expect(text('large', 45 * MB)).toBe(
      '视频“启动仪式.mp4” 45 MB，加上说明文档超过一封邮件 45 MB 的上限，单独用超大附件发送',
    ))
  test('tells that the large attachments are full, and nothing of them where there are none', () => {
    expect(text('disk', 1.5 * GB)).toContain('超过一封邮件 45 MB 的上限，超大附件也装不下，单独拷到U盘送达')
    expect(text('disk', 1.5 * GB, withoutLarge)).toContain('超过一封邮件 45 MB 的上限，单独拷到U盘送达')
  })
  test('is silent about a part of several files', () =>
    expect(aloneText({ way: 'attachment', items: [] }, 45 * MB, media)).toBe(''))
})

describe('how the clerk sends a part', () => {
  const part = { fileName: 'a.zip', bytes: MB }
  test.each([
    ['attachment', MB, '普通附件'],
    ['attachment', 40 * MB, '普通附件，用网页邮箱发送，邮件客户端（Foxmail、Outlook等）装不下'],
    ['attachment', 60 * MB, '普通附件'],
    ['large', 60 * MB, '用网页邮箱的超大附件，当天上传的话2023年9月24日到期'],
  ] as const)('by %s, of %d bytes', (way, bytes, text) =>
    expect(mailWayText({ ...part, way, bytes }, media, '2023-08-25')).toBe(text),
  )
  test('by a disk, names the folder', () =>
    expect(mailWayText({ ...part, fileName: '素材', way: 'disk' }, media, '2023-08-25')).toContain(
      '文件夹“素材”拷到U盘',
    ))
  test('says nothing of programs that all carry it, or none', () => {
    expect(programsText(media, 35 * MB)).toBe('')
    expect(programsText(media, 46 * MB)).toBe('')
  })
})
