import { describe, expect, test } from 'vitest'
import { photo, taskNamed } from '../rules/submission.fixture.ts'
import type { Submission } from '../project/submission.ts'
import type { Task } from '../notice/task.ts'
import { type Mail, mailsFor } from './mail.ts'
import { ordinaryMedia, packedOf } from './packed.fixture.ts'
import { rangesText } from './part-contents.ts'
import type { SendingChoice } from './sending.ts'

const MB = 1024 ** 2
const part = {
  path: '/out/a.zip',
  fileName: 'a.zip',
  bytes: 1024,
  sha256: 'ab'.repeat(32),
  way: 'attachment' as const,
}
const pictures = (count: number): Submission => {
  const submission = ordinaryMedia(count)
  const items = submission.items.map((item) => ({
    ...item,
    facts: { ...item.facts, kind: 'image' as const, format: 'jpeg' as const, bytes: 5 * MB },
  }))
  return { ...submission, items }
}
const film = (megabytes: number) =>
  photo('film', {
    relative: 'film.mp4',
    fields: { title: '启动仪式' },
    facts: { kind: 'video', format: 'mp4', duration: 150, bytes: megabytes * MB },
  })
const withFilm = (megabytes: number): Submission => {
  const submission = pictures(20)
  return { ...submission, items: [...submission.items, film(megabytes)] }
}
const mailsOf = (submission: Submission, sending: SendingChoice = {}) =>
  packedOf(submission, { sending }).mails
const bodyOf = (mail: Mail | undefined) => mail?.body ?? ''

describe('one mail', () => {
  test('has nothing of parts in it', () => {
    const [mail, ...others] = mailsOf(pictures(3))
    expect(others).toEqual([])
    expect(mail?.subject).toBe('2023年科普日宣传素材-沈阳市科协-图片3')
    expect(mail?.attachments).toEqual(['/out/科普日宣传素材-沈阳市科协.zip'])
    expect(bodyOf(mail)).not.toMatch(/本邮件|本包|U盘|超大附件|。。|[{}]/u)
  })
  test('states who sends how much, by kind and against the quota, and the sum', () => {
    const body = bodyOf(mailsOf(pictures(3))[0])
    expect(body).toContain('共3件：图片3张。')
    expect(body).toContain('单位类别：各市。\n数量：要求不少于20个，实报3个（不足）。')
    expect(body).toContain('联系人：张三　联系电话：024-23221703')
    expect(body).toMatch(
      /报送包及校验值：\n科普日宣传素材-沈阳市科协\.zip（15\.0 MB）\nSHA-256：[0-9a-f]{64}\n/u,
    )
  })
})

describe('several mails', () => {
  const mails = mailsOf(withFilm(300))
  test('tell of what comes in another way, in case that mail gets lost', () => {
    expect(bodyOf(mails[0])).toContain('；第4包用超大附件发送。')
    expect(bodyOf(mails[3])).not.toContain('；第')
    expect(bodyOf(mailsOf(withFilm(2500))[0])).toContain('；第4包另以U盘送达。')
  })
  test('of a later submission are told from those of the first by their subjects, where the notice leaves them to us', () => {
    const again = (task: Task, subject = task.subject) =>
      mailsFor(
        { ...task, subject },
        { parts: [], cap: 1 },
        [part],
        { ordinal: '第2次报送', unit: '甲' },
        '2023-08-25',
      )
        .map((mail) => mail.subject)
        .join()
    expect(again(taskNamed('media'))).toMatch(/（第2次报送）$/u)
    expect(again(taskNamed('history'))).not.toContain('第2次')
  })
  test('count themselves in the subject, and attach one part each', () => {
    expect(mails.map(({ subject }) => subject)).toEqual(
      [1, 2, 3, 4].map((k) => `2023年科普日宣传素材-沈阳市科协-图片20视频1（${k}/4）`),
    )
    expect(mails.map(({ attachments }) => attachments)).toEqual(
      [1, 2, 3, 4].map((k) => [`/out/科普日宣传素材-沈阳市科协（第${k}包，共4包）.zip`]),
    )
  })
  test('say which part they bring', () => {
    expect(bodyOf(mails[1])).toContain(
      '\n本邮件为第2封，共4封，本包装有第8至14号，图片7张；第4包用超大附件发送。\n',
    )
    expect(bodyOf(mails[3])).toContain('\n本邮件为第4封，共4封，本包装有第21号，视频1个。\n')
  })
  test('state each the sum of their own part, and no other', () => {
    for (const [index, mail] of mails.entries())
      expect([...bodyOf(mail).matchAll(/SHA-256：(\w)/gu)].map(([, first]) => first)).toEqual([String(index)])
  })
  test('tell why a video comes by itself, how, and until when', () => {
    expect(bodyOf(mails[3])).toContain(
      '\n视频“沈阳市科协-启动仪式.mp4” 300 MB，超过一封邮件 45 MB 的上限，单独用超大附件发送。\n',
    )
    expect(bodyOf(mails[3])).toContain(
      '用网页邮箱的超大附件发送，自上传之日起30天有效（按2023年8月25日上传计算，2023年9月24日到期），请您及时下载。',
    )
    expect(mails.slice(0, 3).map(bodyOf).join('')).not.toMatch(/到期|单独/u)
  })
  test('keep a subject that is prescribed, with the count behind it', () => {
    const history = { ...pictures(20), task: 'history' }
    const subjects = mailsOf(history, { plan: 'split' }).map(({ subject }) => subject)
    expect(subjects).toEqual([1, 2, 3].map((k) => `科普日图片+沈阳市科协+024-23221703（${k}/3）`))
    expect(taskNamed('history').subject.standing).toBe('mandated')
  })
})

describe('what is carried on a disk', () => {
  test('has a mail that tells of it, with nothing attached', () => {
    const [mail] = mailsOf(pictures(20), { plan: 'disk' })
    expect(mail).toMatchObject({ way: 'disk', attachments: [] })
    expect(bodyOf(mail)).toContain('\n材料拷在U盘上另行送达，不随邮件发送。\n')
    expect(bodyOf(mail)).toMatch(
      /\n科普日宣传素材-沈阳市科协（文件夹，100\.0 MB）\nSHA-256：[0-9a-f]{64}（文件夹里 manifest-sha256\.txt 的校验值）\n/u,
    )
  })
  test('as one of several parts is told from the others', () => {
    const mails = mailsOf(withFilm(2500))
    expect(mails.map(({ way }) => way)).toEqual(['attachment', 'attachment', 'attachment', 'disk'])
    expect(bodyOf(mails[3])).toContain('本包较大，另以U盘送达，不随邮件发送。')
    expect(bodyOf(mails[3])).toContain('2.44 GB，超过超大附件 2 GB 的上限，单独拷到U盘送达。')
    expect(bodyOf(mails[0])).not.toContain('本包较大')
  })
})

test.each([
  [[1], '1'],
  [[1, 2], '1、2'],
  [[3, 1, 2], '1至3'],
  [[1, 2, 3, 5, 7, 8, 12, 13, 14], '1至3、5、7、8、12至14'],
])('the numbers %j are said as %s', (numbers, text) => expect(rangesText(numbers)).toBe(text))
