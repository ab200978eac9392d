import { describe, expect, test } from 'vitest'
import { taskNamed } from '../rules/submission.fixture.ts'
import type { PlannedPart } from '../packing/plan.ts'
import { mailWayText, partWayText, planName, programsText, reasonText, refusalText } from './sending-words.ts'

const media = taskNamed('media')
const KB = 1024
const MB = 1024 ** 2
const GB = 1024 ** 3
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
  ['split', of(1), '一封邮件（不用分）'],
  ['split', of(1, 'large'), '一个超大附件'],
  ['split', of(1, 'disk'), '拷到U盘'],
  ['split', [...of(3), ...of(1, 'disk')], '分4封邮件发送，大文件拷到U盘'],
  ['big', [...of(1, 'large'), ...of(1, 'disk')], '超大附件加U盘'],
  ['big', [...of(2, 'large'), ...of(1, 'disk')], '2个超大附件加U盘'],
] as const)('plan %s is called by what is done', (plan, parts, name) =>
  expect(planName({ plan, parts })).toBe(name),
)

test('mails that cannot be sent are not called one mail', () =>
  expect(planName({ plan: 'split', parts: of(1), refusal: { bytes: MB, limit: MB } })).toBe('分几封邮件发送'))

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
      { code: 'few-mails', ...figures, mails: 3, alone: 0, carried: 0 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB；每封都能单独打开查看',
    ],
    [
      { code: 'few-mails', ...figures, mails: 4, alone: 1, carried: 0 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB；其中 1 个文件一封装不下，用超大附件单独发，其余每封都能单独打开查看',
    ],
    [
      { code: 'few-mails', ...figures, mails: 4, alone: 3, carried: 2 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB；其中 3 个文件一封装不下，1 个用超大附件单独发，2 个拷到U盘，其余每封都能单独打开查看',
    ],
    [
      { code: 'few-mails', ...figures, mails: 9, alone: 0, carried: 0, drafts: true },
      '全部材料约 100.0 MB，一封邮件最多 45 MB；超大附件不能放进邮件草稿，所以分成9封；每封都能单独打开查看',
    ],
    [
      { code: 'many-mails', ...figures, mails: 9, most: 4, carried: 0 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB，要分9封，容易漏发，用超大附件省事',
    ],
    [
      { code: 'beyond-mail', ...figures, carried: 0 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB，分开也装不下，用超大附件发送',
    ],
    [
      { code: 'beyond-mail', ...figures, carried: 1 },
      '全部材料约 100.0 MB，一封邮件最多 45 MB，分开也装不下，用超大附件发送，其中 1 个大文件拷到U盘',
    ],
    [
      { code: 'beyond-mail', bytes: 45 * MB + 1, limit: 45 * MB, carried: 0 },
      '全部材料约 45.1 MB，一封邮件最多 45 MB，分开也装不下，用超大附件发送',
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
  expect(refusalText('split', { bytes: 90 * KB, limit: 45 * KB, documents: true }, media)).toBe(
    '光是说明文档就约 90 KB，一封邮件最多 45 KB，装不下',
  )
  expect(refusalText('big', { bytes: GB, limit: 0 }, media)).toBe('不知道邮箱的超大附件能发多大，不能选')
})

describe('how the clerk sends a part', () => {
  const part = { fileName: 'a.zip', bytes: MB }
  test.each([
    ['attachment', MB, '普通附件'],
    ['attachment', 40 * MB, '普通附件，用网页邮箱发送，邮件客户端（Foxmail、Outlook等）装不下'],
    [
      'attachment',
      60 * MB,
      '普通附件，超过各种邮箱的上限（网页邮箱 45 MB、邮件客户端（Foxmail、Outlook等） 35 MB），多半发不出去；除非单位的邮箱能发这么大，否则请重新打包，分小一些',
    ],
    ['large', 60 * MB, '用网页邮箱的超大附件，按打包当天上传计算，2023年9月24日到期'],
  ] as const)('by %s, of %d bytes', (way, bytes, text) =>
    expect(mailWayText({ ...part, way, bytes }, media, '2023-08-25')).toBe(text),
  )
  test('by a disk, names the folder', () =>
    expect(mailWayText({ ...part, fileName: '素材', way: 'disk' }, media, '2023-08-25')).toContain(
      '文件夹“素材”拷到U盘',
    ))
  test('says nothing of programs where all carry it', () => expect(programsText(media, 35 * MB)).toBe(''))
})
