import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ActivitiesJson, PackJson, VerifyJson } from './json.fixture.ts'
import { blankForm, member } from './submission.fixture.ts'
import { fillForm, goodTexts } from './form.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { header, sound, table } from './list.fixture.ts'
import { largeVideo, photo } from './media.fixture.ts'
import { readPackage } from './zip.fixture.ts'

const at = desk()
const MB = 1024 ** 2
const pack = ['pack', '材料', '--task', 'media', '--unit', 'unit.json', '--sheet', '说明.xlsx', '--no-pdf']
const activities = ['activities', '活动.csv', '--unit', 'unit.json', '--no-pdf']
const names = [1, 2, 3, 4].map((k) => `科普日宣传素材-辽宁省气象局（第${k}包，共4包）.zip`)

// Five pictures of 3 MB and a video of 20 MB, for mails that carry 7 MB.
beforeAll(async () => {
  for (const seed of [1, 2, 3, 4, 5]) await at.write(`材料/照片${seed}.jpg`, await photo(seed))
  await largeVideo(at.path('材料', '启动仪式.mp4'), 20 * MB)
  await at.write('unit.json', JSON.stringify(member))
  await at.write('活动.csv', table(header, ...sound))
  await blankForm(at, '材料', '空白.xlsx')
  await fillForm(at.path('空白.xlsx'), at.path('说明.xlsx'), { '*': goodTexts })
})

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

// First and alone: it looks at all that lies in the folder.
describe('what does not fit the way that was asked for', () => {
  it('is not written', async () => {
    await at.refuses(
      [...pack, '--cap', '7MB', '--plan', 'one', '--out', '不行'],
      2,
      /^一封邮件装不下，没有打包：共约 35\.\d MB，最多 7 MB；请换一种发送方式$/u,
    )
  })
  it('is not sent another way where the cap has no room for the documents', async () => {
    await at.refuses(
      [...pack, '--cap', '45KB', '--out', '不行'],
      2,
      /^一封邮件连说明文档也装不下，没有打包：说明文档约 \d+ KB，最多 45 KB；请把上限改大，或换一种发送方式$/u,
    )
  })
})

describe.concurrent('what no one mail carries', () => {
  it('goes in several, each with an archive that stands by itself; a large video goes alone', async () => {
    const { code, err, json } = await at.json(PackJson, ...pack, '--cap', '7MB', '--out', '几封')
    expect(code).toBe(0)
    expect(json).toMatchObject({
      planned: 6,
      packed: 6,
      plan: 'split',
      reason: { code: 'few-mails', mails: 4, alone: 1, carried: 0, limit: 7 * MB },
    })
    expect(json.packages.map((part) => part['alone'])).toMatchObject([
      undefined,
      undefined,
      undefined,
      { beyond: 'mail', limit: 7 * MB, files: [{ kind: 'video' }] },
    ])
    expect(json.packages.map((part) => [path.basename(part.path), part.items, part['way']])).toEqual([
      [names[0], 2, 'attachment'],
      [names[1], 2, 'attachment'],
      [names[2], 1, 'attachment'],
      [names[3], 1, 'large'],
    ])
    expect(
      json.mails.map(({ subject, attachments, ...mail }) => [subject.slice(-5), attachments, mail['way']]),
    ).toEqual(json.packages.map((part, index) => [`（${index + 1}/4）`, [part.path], part['way']]))
    for (const [index, part] of json.packages.entries()) {
      const bytes = await readFile(at.path(part.path))
      expect(sha256(bytes)).toBe(part.sha256)
      if (part['way'] === 'attachment') expect(bytes.length).toBeLessThanOrEqual(7 * MB)
      const files = await readPackage(at.path(part.path))
      const own = ['说明文档.docx', '说明文档.xlsx', 'manifest.json', 'manifest-sha256.txt']
      expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(own))
      expect(files).toHaveLength(part.items + own.length)
      expect(json.mails[index]?.body).toContain(part.sha256)
    }
    expect(json.packages.at(-1)?.['expires']).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(err).toContain('发　送：分4封邮件发送。全部材料约 35.')
    expect(err).toMatch(/视频“\S+\.mp4” 20 MB，超过一封邮件 7 MB 的上限，单独用超大附件发送/u)
    const verified = await at.json(VerifyJson, 'verify', '几封')
    expect(verified.json).toMatchObject({ ok: true, packages: [{}, {}, {}, {}] })
  })

  it('goes as one large attachment, or as a folder, where that was asked for', async () => {
    const [big, disk] = await Promise.all([
      at.json(PackJson, ...pack, '--cap', '7MB', '--plan', 'big', '--out', '超大'),
      at.json(PackJson, ...pack, '--plan', 'disk', '--out', 'U盘'),
    ])
    expect(big.json).toMatchObject({ plan: 'big', packages: [{ way: 'large', items: 6 }] })
    expect(disk.json).toMatchObject({ plan: 'disk', packages: [{ way: 'disk', items: 6 }] })
    expect(disk.json.mails).toMatchObject([{ way: 'disk', attachments: [] }])
    const folder = disk.json.packages[0]?.path ?? ''
    expect(path.basename(folder)).toBe('科普日宣传素材-辽宁省气象局')
    expect(await readdir(at.path(folder, '图片'))).toHaveLength(5)
    expect(sha256(await readFile(at.path(folder, 'manifest-sha256.txt')))).toBe(disk.json.packages[0]?.sha256)
    expect(disk.err).toContain('发　送：拷到U盘。按 --plan 的要求')
  })
})

describe.concurrent('--eml', () => {
  it('writes a draft of each mail, and keeps parts to what mail programs carry', async () => {
    const { json, err } = await at.json(PackJson, ...pack, '--eml', '--out', '草稿')
    const drafts = json.documents.filter((document) => document.endsWith('.eml'))
    expect(json).toMatchObject({ plan: 'split', packages: [{}, {}] })
    expect(drafts.map((draft) => path.basename(draft))).toEqual(
      [1, 2].map((k) => `邮件草稿（第${k}封，共2封）.eml`),
    )
    for (const draft of drafts) expect(err).toContain(`草　稿：${draft}`)
    const text = await readFile(at.path(drafts[0] ?? ''), 'latin1')
    expect(text).toMatch(/^X-Unsent: 1\r?$/m)
    // An attachment grows by a third, and that is what the mail's limit is about.
    expect((await stat(at.path(drafts[0] ?? ''))).size).toBeLessThan(50 * MB)
  })

  it('takes the cap that was named where that is smaller', async () => {
    const { json, err } = await at.json(PackJson, ...pack, '--eml', '--cap', '7MB', '--out', '小草稿')
    expect(json).toMatchObject({ plan: 'split', packages: [{}, {}, {}, { way: 'large' }] })
    expect(err).toContain('超大附件不在草稿里：那一封要在网页邮箱里写，选“超大附件”上传')
    expect(err).not.toContain('U盘')
  })

  it('is held to what mail programs carry, whatever cap was named', async () => {
    const { json, err } = await at.json(PackJson, ...pack, '--eml', '--cap', '45MB', '--out', '大草稿')
    expect(json).toMatchObject({ plan: 'split', packages: [{}, {}] })
    expect(err).toContain('附件最多 35 MB：按这个上限分包，不按 --cap 的 45 MB')
  })
})

describe.concurrent('a cap above all that the notice knows', () => {
  it('is kept, and it is said everywhere that such a mail hardly goes out', async () => {
    await at.write('大材料/照片.jpg', await photo(9))
    await largeVideo(at.path('大材料', '开幕式.mp4'), 60 * MB)
    await blankForm(at, '大材料', '大空白.xlsx')
    await fillForm(at.path('大空白.xlsx'), at.path('大说明.xlsx'), { '*': goodTexts })
    const words = ['pack', '大材料', '--task', 'media', '--unit', 'unit.json', '--sheet', '大说明.xlsx']
    const { json, err } = await at.json(PackJson, ...words, '--no-pdf', '--cap', '80MB', '--out', '太大')
    expect(json).toMatchObject({ plan: 'one', packages: [{ way: 'attachment' }] })
    expect(err).toMatch(/! 压缩包 63\.\d MB，超过各种邮箱的上限（网页邮箱 45 MB、.* 35 MB），多半发不出去/u)
    for (const name of ['邮件.txt', '报送核对单.html']) {
      const text = await readFile(at.path(json.out, name), 'utf8')
      expect(text.replaceAll(/<[^>]*>|\s/gu, '')).toContain('超过各种邮箱的上限（网页邮箱45MB')
    }
  })
})

describe.concurrent('a list', () => {
  it('goes by the way that was asked for too', async () => {
    const { json } = await at.json(
      ActivitiesJson.extend(PackJson.shape),
      ...activities,
      '--plan',
      'disk',
      '--eml',
      '--out',
      '清单',
    )
    expect(json).toMatchObject({ plan: 'disk', packages: [{ way: 'disk', items: 0 }] })
    expect(json.documents.map((document) => path.basename(document))).toContain('邮件草稿.eml')
  })
})
