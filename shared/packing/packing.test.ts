import { describe, expect, it } from 'vitest'
import { check } from '../rules/check.ts'
import { liaoning, photo, shenyang, society, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import { judged } from '../rules/verdict.ts'
import { documentContent } from './document-table.ts'
import { mailsFor } from './mail.ts'
import { planPackage } from './plan.ts'
import type { PartWay } from './sending.ts'
import { submissionTokens } from './tokens.ts'
import { waiverLines } from './waiver-lines.ts'

const media = taskNamed('media')
const now = '2023-08-20T09:00:00'
const cap = 47_185_920
const part = {
  path: '/out/a.zip',
  fileName: 'a.zip',
  bytes: 1024,
  sha256: 'ab'.repeat(32),
  way: 'attachment' as const,
}
const video = (id: string) =>
  photo(id, { relative: `${id}.mp4`, facts: { kind: 'video', format: 'mp4', duration: 150 } })

describe('a unit with a name of 93 characters', () => {
  const name = '沈阳市科学技术协会'.repeat(11).slice(0, 93)
  const submission = submissionOf([photo('1')], { unit: { ...society, name, region: '' } })
  const plan = planPackage(media, submission, submissionTokens(liaoning, media, submission, now))

  it.each([
    ['folder', plan.folderName],
    ['zip', (plan.parts[0]?.fileName ?? '').replace(/\.zip$/, '')],
  ])('gives a %s name within 60 characters and 200 bytes', (_, made) => {
    expect(made.length).toBeLessThanOrEqual(60)
    expect(Buffer.byteLength(made)).toBeLessThanOrEqual(200)
    expect(made.startsWith('科普日宣传素材-沈阳市科学技术协会')).toBe(true)
  })
  it('leaves the day of packing on the folder', () => expect(plan.folderName).toMatch(/-20230820$/))
})

it('names of ordinary length are left as they are', () => {
  const submission = submissionOf([photo('1')], { unit: shenyang })
  const plan = planPackage(media, submission, submissionTokens(liaoning, media, submission, now))
  expect(plan.folderName).toBe('科普日宣传素材-沈阳市科协-20230820')
  expect(plan.parts[0]?.fileName).toBe('科普日宣传素材-沈阳市科协.zip')
})

describe('a mail', () => {
  it('has a subject of one line whatever the tokens hold', () => {
    const tokens = { unit: '沈阳市\r\nBcc: x@example.com\u0000\u2028科协', counts: '图片1' }
    const [mail] = mailsFor(media, { parts: [], cap }, [part], tokens, '2023-08-25')
    expect(mail?.subject).toBe('2023年科普日宣传素材-沈阳市 Bcc: x@example.com 科协-图片1')
  })
  it('counts by kind with measure words in prose, and briefly in the subject', () => {
    const submission = submissionOf([photo('1'), photo('2'), photo('3'), video('4')])
    const [mail] = mailsFor(
      media,
      { parts: [], cap },
      [part],
      submissionTokens(liaoning, media, submission, now),
      '2023-08-25',
    )
    expect(mail?.subject).toContain('图片3视频1')
    expect(mail?.body).toContain('共4件：图片3张、视频1个。')
  })
  it('states sizes as the paper does, however small', () => {
    const [mail] = mailsFor(media, { parts: [], cap }, [{ ...part, bytes: 41_000 }], {}, '2023-08-25')
    expect(mail?.body).toContain('（40 KB）')
  })
  it('tells the recipient until when a large attachment can be fetched, and nothing of it otherwise', () => {
    const body = (way: PartWay) =>
      mailsFor(media, { parts: [], cap }, [{ ...part, way }], {}, '2023-08-25')[0]?.body
    expect(body('large')).toContain(
      '用网页邮箱的超大附件发送，自上传之日起30天有效（按2023年8月25日上传计算，2023年9月24日到期），请您及时下载。',
    )
    expect(body('attachment')).not.toContain('到期')
    expect(body('disk')).not.toContain('到期')
  })
  it('states the quota by distinct files, as the rule judges it', () => {
    const submission = submissionOf([photo('1'), { ...photo('1'), id: '2' }])
    expect(submissionTokens(liaoning, media, submission, now)['quotaLine']).toBe(
      '要求不少于2个，实报1个（不足）',
    )
  })
})

describe('waiver lines', () => {
  const linesFor = (items: ReturnType<typeof photo>[], waivers: { code: string; reason: string }[]) => {
    const submission = submissionOf(items, { waivers })
    return waiverLines(media, submission, judged(media, check(liaoning, submission, now), waivers))
  }
  const small = (id: string) => photo(id, { facts: { width: 800, height: 600 } })

  it('say what is excused, with its figures', () =>
    expect(linesFor([photo('1')], [{ code: 'quota-short', reason: '只有一张' }])).toEqual([
      '· 数量不足（要求不少于2，实报1）：只有一张',
    ]))
  it('name up to three files', () =>
    expect(linesFor([small('1'), small('2')], [{ code: 'pixels-outside', reason: '老照片' }])).toEqual([
      '· 2张图片像素不够（辽宁省气象学会（沈阳市）-活动1.jpg、辽宁省气象学会（沈阳市）-活动2.jpg）：老照片',
    ]))
  it('count more than three', () =>
    expect(
      linesFor(['1', '2', '3', '4'].map(small), [{ code: 'pixels-outside', reason: '老\n照片' }]),
    ).toEqual(['· 4张图片像素不够：老 照片']))
  it('keep fields apart that one waiver covers', () =>
    expect(
      linesFor(
        [photo('1', { fields: { caption: '', place: '' } }), photo('2')],
        [{ code: 'text-missing', reason: '不详' }],
      ).map((line) => line.replace(/（.*）/u, '')),
    ).toEqual(['· 1张图片拍摄地点没有填：不详', '· 1张图片简介没有填：不详']))
  it('are silent without waivers', () => expect(linesFor([small('1')], [])).toEqual([]))
})

describe('the document', () => {
  const template = media.documents[0]
  if (!template) throw new Error('no document')
  const contentOf = (takenAt: string, waivers: string) => {
    const submission = submissionOf([photo('1', { fields: { takenAt } })])
    const tokens = { ...submissionTokens(liaoning, media, submission, now), waivers }
    const [planned] = planPackage(media, submission, tokens).parts
    if (!planned) throw new Error('no part')
    return documentContent(template, submission, { parts: [planned] }, planned, tokens)
  }

  it('writes out the year that was assumed', () =>
    expect(contentOf('5月20日', '').rows[0]).toContain('2023年5月20日'))
  it('says what is kept with which reason, a line each', () =>
    expect(contentOf('2023', '· 甲：乙\n· 丙：丁').preamble.slice(-3)).toEqual([
      '需要说明的情况：',
      '· 甲：乙',
      '· 丙：丁',
    ]))
  it('says nothing of reasons where there are none', () =>
    expect(contentOf('2023', '').preamble.join('')).not.toContain('说明的情况'))
})

it('historic pictures know no year to assume', () => {
  const history = taskNamed('history')
  const tokens = submissionTokens(liaoning, history, submissionOf([], { task: 'history' }), now)
  expect(tokens['captureYear']).toBeUndefined()
})
