import { createHash } from 'node:crypto'
import { appendFile, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Submission } from '../../shared/project/submission.ts'
import { taskNamed } from '../../shared/rules/submission.fixture.ts'
import { build, home, inNewFolders, source, twoPhotos, verify } from './packing-desk.fixture.ts'
import { unzipTo } from './unzip.fixture.ts'

inNewFolders()

/** Two pictures of 3.5 MB, one in each mail. */
const split = { plan: 'split', cap: 4_000_000 } as const
const disk = { plan: 'disk' } as const
/** No mail carries the second of them where the mail has no disks of its own: it is a folder. */
async function oneLarge(): Promise<Submission> {
  const submission = await twoPhotos()
  const content = Buffer.alloc(6_000_000, '2')
  content.set([0xff, 0xd8, 0xff, 0xe0])
  await writeFile(path.join(source, '2.jpg'), content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const items = submission.items.map((item) =>
    item.id === '2'
      ? { ...item, facts: { ...item.facts, sha256, crc32: crc32(content), bytes: content.length } }
      : item,
  )
  return { ...submission, items }
}
const withoutLarge = () => {
  const { packaging, ...task } = taskNamed('media')
  const { large: _, ...rest } = packaging
  return { task: { ...task, packaging: rest } }
}
const codesOf = async (place: string) =>
  (await verify(place)).map(({ path: at, problems }) => [
    path.basename(at).replace('科普日宣传素材-辽宁省气象学会', ''),
    ...problems.map(({ code, item }) => (item === undefined ? code : `${code} ${item}`)),
  ])

describe('a package in parts, as it was written', () => {
  test('is sound, and so is each part that somebody unpacks', async () => {
    const { out, packages } = await build(await twoPhotos(), { sending: split })
    expect(await codesOf(out)).toEqual([['（第1包，共2包）.zip'], ['（第2包，共2包）.zip']])
    for (const [at, part] of packages.entries()) {
      const folder = path.join(home, '解压', `${at}`)
      await unzipTo(part.path, folder)
      expect(await codesOf(folder)).toEqual([[`${at}`]])
    }
    expect(await codesOf(path.join(home, '解压'))).toEqual([['0'], ['1']])
  })
  test('says in each part which it is, and what belongs together', async () => {
    const { packages } = await build(await twoPhotos(), { sending: split })
    const manifests = []
    for (const [at, part] of packages.entries()) {
      await unzipTo(part.path, path.join(home, `${at}`))
      manifests.push(
        JSON.parse(await readFile(path.join(home, `${at}`, 'manifest.json'), 'utf8')) as {
          submission: string
        },
      )
    }
    expect(manifests).toMatchObject([
      { part: { index: 1, of: 2 }, way: 'attachment', counts: { total: 2 }, items: [{ seq: 1 }] },
      { part: { index: 2, of: 2 }, way: 'attachment', counts: { total: 2 }, items: [{ seq: 2 }] },
    ])
    expect(manifests[0]?.submission).toBe(manifests[1]?.submission)
  })
  test('is not whole without one of them, and none of them is another’s', async () => {
    const first = await build(await twoPhotos(), { sending: split })
    const later = { sending: split, now: new Date('2023-08-21T02:00:00Z') }
    const second = await build(await twoPhotos(), later)
    await rm(first.packages[1]?.path ?? '')
    expect(await codesOf(first.out)).toEqual([['（第1包，共2包）.zip', 'part-missing']])
    await cp(second.packages[1]?.path ?? '', first.packages[1]?.path ?? '')
    const [one, other] = await codesOf(first.out)
    expect(one).toEqual(['（第1包，共2包）.zip', 'part-missing'])
    expect(other?.slice(1)).toEqual([
      'mail-checksum-differs',
      'checklist-checksum-differs',
      'part-missing',
      'parts-differ',
    ])
  })
  test('may lie beside another in a folder of nobody’s', async () => {
    const first = await build(await twoPhotos(), { sending: split })
    const later = { sending: split, now: new Date('2023-08-21T02:00:00Z') }
    const second = await build(await twoPhotos(), later)
    const desk = path.join(home, '汇总')
    for (const [at, { path: zip }] of [...first.packages, ...second.packages].entries())
      await cp(zip, path.join(desk, `${at}.zip`))
    expect((await verify(desk)).map(({ ok }) => ok)).toEqual([true, true, true, true])
  })
})

describe('a part that is a folder', () => {
  test('is sound where it was written, on the disk it was copied to, and by itself', async () => {
    const { out, packages } = await build(await twoPhotos(), { sending: disk })
    const [part] = packages
    expect(part?.way).toBe('disk')
    for (const place of [out, part?.path ?? ''])
      expect(await verify(place)).toMatchObject([{ ok: true, items: 2 }])
    const stick = path.join(home, 'U盘')
    await cp(part?.path ?? '', path.join(stick, '科普日'), { recursive: true })
    expect(await verify(stick)).toMatchObject([{ ok: true, items: 2 }])
  })
  test('is looked into as closely as a zip', async () => {
    const { out, packages } = await build(await twoPhotos(), { sending: disk })
    const folder = packages[0]?.path ?? ''
    const [whole] = await verify(out)
    expect(whole?.items).toBe(2)
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as {
      items: { path: string }[]
    }
    const [first, second] = manifest.items.map((item) => item.path)
    await appendFile(path.join(folder, first ?? ''), 'x')
    await rename(path.join(folder, second ?? ''), path.join(folder, '图片', '会议.jpg'))
    await writeFile(path.join(folder, '.藏.exe'), 'MZ')
    await symlink('/etc/passwd', path.join(folder, '链接.jpg'))
    const [said] = await codesOf(out)
    expect(said?.slice(1).toSorted()).toEqual(
      [
        `checksum-differs ${first}`,
        `file-missing ${second}`,
        'file-unlisted .藏.exe',
        'file-unlisted 图片/会议.jpg',
        'unsafe-name 链接.jpg',
      ].toSorted(),
    )
  })
  test('is held against the sum that mail and checklist state', async () => {
    const { out, packages } = await build(await twoPhotos(), { sending: disk })
    const folder = packages[0]?.path ?? ''
    const sums = path.join(folder, 'manifest-sha256.txt')
    const content = await readFile(sums)
    expect(createHash('sha256').update(content).digest('hex')).toBe(packages[0]?.sha256)
    // Another order of the same lines says the same of every file, and is another list than the one that was signed.
    const lines = content.toString('utf8').trimEnd().split('\n').toReversed()
    await writeFile(sums, `${lines.join('\n')}\n`)
    expect((await codesOf(out))[0]?.slice(1)).toEqual(['mail-checksum-differs', 'checklist-checksum-differs'])
    // Under another name the mail says nothing of it.
    await rename(folder, path.join(out, '素材'))
    expect(await codesOf(out)).toEqual([['素材', 'checklist-checksum-differs']])
  })
  test('lies beside zips as one of the parts', async () => {
    const submission = await oneLarge()
    const { out, packages } = await build(submission, { sending: split, ...withoutLarge() })
    expect(packages.map(({ way }) => way)).toEqual(['attachment', 'disk'])
    const later = { sending: split, now: new Date('2023-08-21T02:00:00Z'), ...withoutLarge() }
    const other = await build(submission, later)
    expect(await codesOf(out)).toEqual([['（第1包，共2包）.zip'], ['（第2包，共2包）']])
    const [stray] = other.packages
    await cp(stray?.path ?? '', path.join(out, '别的.zip'))
    const said = await codesOf(out)
    expect(said.map(([name]) => name)).toEqual(['别的.zip', '（第1包，共2包）.zip', '（第2包，共2包）'])
    expect(said[0]).toContain('parts-differ')
    expect(said.slice(1).map((one) => one.length)).toEqual([1, 1])
  })
  test('is missed where it is not, and so is the zip beside it', async () => {
    const { out, packages } = await build(await oneLarge(), { sending: split, ...withoutLarge() })
    const [zip = '', folder = ''] = packages.map((part) => part.path)
    await rename(folder, path.join(home, '拿走'))
    expect(await codesOf(out)).toEqual([['（第1包，共2包）.zip', 'part-missing']])
    await mkdir(folder)
    expect(await codesOf(out)).toEqual([['（第1包，共2包）.zip', 'part-missing']])
    await rm(folder, { recursive: true })
    await rename(path.join(home, '拿走'), folder)
    await rm(zip)
    expect(await codesOf(out)).toEqual([['（第2包，共2包）', 'part-missing']])
  })
})
