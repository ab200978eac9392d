import { describe, expect, it } from 'vitest'
import { activities } from '../paper/sample-papers.fixture.ts'
import { photo, shenyang, society, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import type { Submission } from '../project/submission.ts'
import { Paper } from '../paper/paper.ts'
import { checklistPaper } from './checklist.ts'
import { ordinaryMedia, packedOf } from './packed.fixture.ts'
import { statementPaper } from './statement.ts'

const paperOf = (submission: Submission, given?: Parameters<typeof packedOf>[1]) =>
  checklistPaper(packedOf(submission, given))
const entriesOf = (paper: Paper): Readonly<Record<string, string>> =>
  Object.fromEntries(
    paper.blocks.flatMap((block) =>
      block.kind === 'entries' ? block.entries.map(({ label, lines }) => [label, lines.join('|')]) : [],
    ),
  )
const tableOf = (paper: Paper) => {
  const table = paper.blocks.find((block) => block.kind === 'table')
  if (!table) throw new Error('no table')
  return table
}
const ticksOf = (paper: Paper) => paper.blocks.filter((block) => block.kind === 'ticks')

describe('the checklist of media that are as they should be', () => {
  const paper = paperOf(ordinaryMedia(21), { bytes: 30_000_000, ordinal: 2 })

  it('says what is sent, by whom, by when, and where it goes', () =>
    expect(entriesOf(paper)).toEqual({
      通知依据: '《关于开展2023年全国科普日暨辽宁省第十二届科普日活动的通知》（辽全科组办发〔2023〕5号）',
      报送单位: '沈阳市科协（各市）',
      报送任务: '附件1　宣传素材',
      截止时间: '2023年8月31日（打包时提前6天）',
      联系人: '张三　024-23221703',
      报送数量: '各市要求不少于20个，实有21个（图片19张、视频2个），已达到',
      例外说明: '没有保留的不合格项',
      提请核对: '没有',
      收件人: '邹畅　384425222@qq.com　024-23221703、15041455447',
      邮件主题: '2023年科普日宣传素材-沈阳市科协-图片19视频2（通知未规定，建议格式）',
      报送文件:
        '科普日宣传素材-沈阳市科协.zip　28.6 MB|SHA-256 前16位：09af 3c07 e1b2 4d58　计划21个，写入21个，核对21个，一致',
      发送方式: '一封邮件，普通附件',
    }))
  it('names the task, the submission and the packing above', () => {
    expect(paper.title).toBe('2023年科普日宣传素材报送核对单')
    expect(paper.subtitle).toEqual(['第1次报送　2023年8月25日 10:32打包　第2次打包'])
  })
  it('has each file with its new name, size, pixels or duration, and verdict', () => {
    const { columns, rows } = tableOf(paper)
    expect(columns.map(({ label }) => label)).toEqual(['序号', '报送文件名', '大小', '像素或时长', '结论'])
    expect(rows).toHaveLength(21)
    expect(rows[0]).toEqual(['1', '沈阳市科协-科普大篷车进校园活动现场.jpg', '3.43 MB', '4032×3024', '合格'])
    expect(rows[9]).toEqual(['10', '沈阳市科协-院士专家走进社区讲科普10.mp4', '84.0 MB', '2分39秒', '合格'])
  })
  it('leaves the reviews to be ticked by hand, and the fields to be signed', () => {
    expect(ticksOf(paper)).toMatchObject([
      {
        label: '审核（请打√）',
        ticks: ['意识形态审核', '保密审核（仅限可公开材料）', '权属审核'].map((text) => ({
          text,
          ticked: false,
        })),
      },
    ])
    expect(paper.blocks).toContainEqual({
      kind: 'signatures',
      roles: ['经办人', '部门负责人审核', '分管领导审签'],
      seal: true,
    })
  })
  it('is a paper', () => expect(Paper.parse(paper)).toEqual(paper))
})

describe('the checklist of media with something about them', () => {
  const small = { width: 1280, height: 720 }
  const waivers = [
    { code: 'quota-short', reason: '县区活动\n推迟' },
    { code: 'pixels-outside', reason: '老照片' },
  ]
  const items = [
    photo('1', { facts: small }),
    photo('2', { relative: '微信图片_1.jpg' }),
    photo('3', { facts: small }),
  ]
  const paper = paperOf(submissionOf(items, { unit: shenyang, waivers }), { now: '2023-09-02T08:00:00' })
  const entries = entriesOf(paper)

  it('says how much is missing and how late it is', () => {
    expect(entries['报送数量']).toBe(
      '各市要求不少于20个，实有3个（图片3张，其中2个不合要求、说明原因保留），不足',
    )
    expect(entries['截止时间']).toBe('2023年8月31日（打包时已逾期2天）')
  })
  it('gives the reason of what is kept, by the numbers of the table', () =>
    expect(entries['例外说明']).toBe('· 像素不够（第1、3号）：老照片|· 数量不足：县区活动 推迟'))
  it('asks to look at what is doubtful, first that it is late', () =>
    expect(entries['提请核对']).toBe('· 已过截止时间|· 像是聊天软件转发的：第2号'))
  it('says the same beside each file', () =>
    expect(tableOf(paper).rows.map((row) => row.at(-1))).toEqual([
      '保留：像素不够',
      '请核对：像是聊天软件转发的',
      '保留：像素不够',
    ]))
})

it('a file that is there twice is counted once, and the difference is said', () => {
  const facts = { sha256: 'a'.repeat(64) }
  const waivers = ['same-file', 'quota-short'].map((code) => ({ code, reason: '只有这些' }))
  const items = [photo('1', { facts }), photo('2', { facts }), photo('3')]
  const entries = entriesOf(paperOf(submissionOf(items, { unit: shenyang, waivers })))
  expect(entries['报送数量']).toBe(
    '各市要求不少于20个，实有2个（图片3张，其中重复的1个不计，其中1个不合要求、说明原因保留），不足',
  )
})
it('where nobody counts the packings, nothing is said of how many there were', () =>
  expect(paperOf(ordinaryMedia(20), { ordinal: undefined }).subtitle).toEqual(['2023年8月25日 10:32打包']))
it('a task that takes uploads and mail goes by mail, and names both', () => {
  const task = taskNamed('media')
  const byHand = { channel: 'by-hand' as const, address: '省科协3楼', note: '周一至周五' }
  const entries = entriesOf(
    paperOf(ordinaryMedia(20), {
      task: { ...task, recipients: [byHand, ...task.recipients] },
      bytes: 30_000_000,
    }),
  )
  expect(entries['收件人']).toMatch(/^省科协3楼　周一至周五\|邹畅/)
  expect(entries['发送方式']).toBe('一封邮件，普通附件')
  const onlyByHand = entriesOf(paperOf(ordinaryMedia(20), { task: { ...task, recipients: [byHand] } }))
  expect(onlyByHand).toMatchObject({
    送达地点: '省科协3楼　周一至周五',
    发送方式: '送到省科协3楼（周一至周五）',
  })
  expect(Object.keys(onlyByHand)).not.toContain('邮件主题')
})

describe('how a package goes out', () => {
  const sending = (bytes: number) => entriesOf(paperOf(ordinaryMedia(2), { bytes }))['发送方式']

  it('by mail, by the one kind of mail that carries it', () =>
    expect(sending(40_000_000)).toMatch(/^一封邮件，普通附件，用网页邮箱发送，邮件客户端.*装不下$/))
  it('as a large attachment, with the day on which it expires', () =>
    expect(sending(90_000_000)).toMatch(/超大附件.*30天有效.*2023年9月24日到期/))
  it('on a disk where nothing else carries it', () => expect(sending(3_000_000_000)).toContain('U盘'))
})

it('a subject that the notice prescribes is said to be so', () => {
  const paper = paperOf({ ...ordinaryMedia(2, { unit: society }), task: 'history' })
  expect(entriesOf(paper)['邮件主题']).toBe('科普日图片+辽宁省气象学会+13900001111（通知规定格式）')
})

it('the declarations of historic pictures are ticked as the clerk has ticked them', () => {
  const [declarations] = ticksOf(paperOf({ ...ordinaryMedia(2, { declared: ['rights'] }), task: 'history' }))
  expect(declarations).toMatchObject({
    label: '声明',
    ticks: [
      { text: expect.stringContaining('影像清晰完整') as string, ticked: false },
      { text: expect.stringContaining('无权属纠纷') as string, ticked: true },
    ],
  })
})

it('a list has its activities by what tells them apart, and none of the files', () => {
  const paper = paperOf(activities(5))
  const { title, columns, rows } = tableOf(paper)
  expect(title).toBe('活动清单（共5项）')
  expect(columns.map(({ label }) => label)).toEqual(['序号', '活动名称', '活动时间', '活动地点', '结论'])
  expect(rows[3]?.slice(0, 3)).toEqual(['4', '“气象防灾减灾进校园”科普讲座第4场', '9月中旬'])
  expect(rows[3]?.at(-1)).toContain('没有写到哪一天')
  expect(entriesOf(paper)['提请核对']).toContain('第4号')
  expect(entriesOf(paper)['报送数量']).toContain('实有5项（活动5项），已达到')
})

it('files that are not sent are only counted', () => {
  const submission = { ...ordinaryMedia(12, { declared: ['quality', 'rights'] }), task: 'history' }
  const doubts = entriesOf(paperOf(submission))['提请核对']?.split('|') ?? []
  expect(doubts).toEqual([
    '· 已过截止时间',
    '· 图片来源没有填：第1、2、3、4、5、6、7、8、9、10、11号',
    '· 另有1个文件不属于报送内容，没有装进报送包',
  ])
})

it('a submission of nobody has blank fields rather than none', () => {
  const { unit: _, ...nobody } = submissionOf([photo('1')])
  expect(entriesOf(paperOf(nobody))).toMatchObject({ 报送单位: '', 联系人: '' })
})

describe('the statement on rights', () => {
  it('is filled from the submission', () => {
    const paper = statementPaper(packedOf(ordinaryMedia(20)))
    const text = JSON.stringify(paper)
    expect(text).toContain('沈阳市科协报送')
    expect(text).toContain('图片18张、视频2个')
    expect(text).not.toMatch(/\{\w+\}/)
  })
  it('is none where the pack proposes none', () => {
    expect(statementPaper(packedOf(activities(2)))).toBeUndefined()
  })
  it('has no empty brackets where a notice has no number', () => {
    const packed = packedOf(ordinaryMedia(2))
    const tokens = { ...packed.tokens, documentNumber: '' }
    const text = JSON.stringify(statementPaper({ ...packed, tokens }))
    expect(text).toContain('的通知》所征集')
  })
})

describe('the checklist of several parts', () => {
  const MB = 1024 * 1024
  /** Pictures of 5 MB, and a video of so many bytes. */
  const submission = (count: number, video?: number): Submission => {
    const pictures = Array.from({ length: count }, (_, index) =>
      photo(String(index + 1), { facts: { bytes: 5 * MB } }),
    )
    const facts = { kind: 'video', format: 'mp4', duration: 150, bytes: video ?? 0 } as const
    const items = video === undefined ? pictures : [photo('v', { relative: 'v.mp4', facts }), ...pictures]
    return submissionOf(items, { unit: shenyang })
  }
  const split = { sending: { plan: 'split', cap: 45 * MB } } as const

  it('names each part with its size, its way and its checksum', () => {
    const entries = entriesOf(paperOf(submission(20), split))
    const lines = entries['报送文件']?.split('|') ?? []
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatch(/^科普日宣传素材-沈阳市科协（第1包，共3包）\.zip　\d\d\.\d MB$/)
    expect(lines[1]).toBe('普通附件　SHA-256 前16位：09af 3c07 e1b2 4d58')
    expect(entries['发送方式']).toMatch(/^分3封邮件发送，每封普通附件/)
    expect(entries['打包核对']).toBe('计划20个，写入20个，核对20个，一致')
    expect(entries['邮件主题']).toContain('（3/3）（通知未规定，建议格式）')
  })
  it('says what was not found again', () => {
    const packed = packedOf(submission(20), split)
    const written = packed.written.map((part, index) => ({ ...part, items: index === 0 ? 0 : part.items }))
    const missing = 20 - (packed.written[0]?.items ?? 0)
    expect(entriesOf(checklistPaper({ ...packed, written }))['打包核对']).toBe(
      `计划20个，写入${missing}个，核对${missing}个，不一致`,
    )
  })
  it('says in order which mail goes out how, until when, and why a file goes by itself', () => {
    const entries = entriesOf(paperOf(submission(20, 300 * MB), split))
    const [first, ...others] = entries['发送方式']?.split('|') ?? []
    expect(first).toBe('分4封邮件发送：第1至3封普通附件，第4封超大附件')
    expect(others.join('\n')).toMatch(/超大附件（普通附件装不下），自上传之日起30天有效.*2023年9月24日到期/)
    expect(others.at(-1)).toMatch(/^第4包：视频“.*\.mp4” ?300 MB，超过.*45 MB.*单独用超大附件发送$/)
    expect(entries['报送文件']?.split('|').at(-1)).toMatch(
      /^第4包　300\.\d MB　超大附件（9月24日到期）　39af 3c07 e1b2 4d58$/,
    )
  })
  it('knows a part that is a folder', () => {
    const entries = entriesOf(paperOf(submission(20, 5000 * MB), split))
    expect(entries['发送方式']).toMatch(/第4封只有正文，文件夹拷到U盘\|.*manifest-sha256\.txt/)
    expect(entries['报送文件']?.split('|').at(-1)).toMatch(
      /^第4包　4\.88 GB　U盘文件夹　39af 3c07 e1b2 4d58$/,
    )
  })
  it('has all files in the order of the submission, each with its part', () => {
    const { columns, rows } = tableOf(paperOf(submission(20, 300 * MB), split))
    expect(columns.map(({ label }) => label)).toContain('包')
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 21 }, (_, index) => `${index + 1}`))
    expect(rows[0]?.slice(1, 3)).toEqual(['沈阳市科协-活动v.mp4', '4'])
    const parts = rows.slice(1).map((row) => Number(row[2]))
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  })
  it('speaks of files by their numbers over all parts', () => {
    const { items, ...rest } = submission(20, 300 * MB)
    const small = items.map((item, index) =>
      index === 20 ? { ...item, facts: { ...item.facts, width: 1280, height: 720 } } : item,
    )
    const waivers = [{ code: 'pixels-outside', reason: '老照片' }]
    expect(entriesOf(paperOf({ ...rest, items: small, waivers }, split))['例外说明']).toBe(
      '· 像素不够（第21号）：老照片',
    )
  })
  it('says of many parts once what they share', () => {
    const entries = entriesOf(paperOf(submission(90), { sending: { plan: 'split', cap: 45 * MB } }))
    const [shared, ...parts] = entries['报送文件']?.split('|') ?? []
    expect(shared).toBe(
      `科普日宣传素材-沈阳市科协（第1包，共${parts.length}包）等${parts.length}个（校验值为 SHA-256 前16位）：`,
    )
    expect(entries['邮件主题']).toContain(`（1/${parts.length}）至（${parts.length}/${parts.length}）`)
  })
})
