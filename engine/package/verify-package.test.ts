import { writeFileSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { liaoning } from '../../shared/rules/submission.fixture.ts'
import { build, home, inNewFolders, never, source, twoPhotos, verify } from './packing-desk.fixture.ts'
import { unzipTo } from './unzip.fixture.ts'
import { verifyPackages } from './verify-package.ts'

inNewFolders()

describe('verifying says what is wrong', () => {
  test('with an unpacked package that was changed, shortened and added to', async () => {
    const { packages } = await build(await twoPhotos())
    const folder = path.join(home, '解压')
    await unzipTo(packages[0]?.path ?? '', folder)
    expect(await verify(folder)).toMatchObject([{ ok: true, items: 2 }])
    const pictures = (await readdir(path.join(folder, '图片'))).toSorted()
    await writeFile(path.join(folder, '图片', pictures[0] ?? ''), 'changed')
    await rm(path.join(folder, '图片', pictures[1] ?? ''))
    await writeFile(path.join(folder, '多余.txt'), 'new')
    const [verified] = await verify(folder)
    expect(verified?.problems.map(({ code, item }) => `${code} ${item}`).toSorted()).toEqual(
      [
        `checksum-differs 图片/${pictures[0]}`,
        `file-missing 图片/${pictures[1]}`,
        'file-unlisted 多余.txt',
      ].toSorted(),
    )
  })
  test('with a zip that is not the one the mail and the signed checklist speak of', async () => {
    const { out: folder, packages } = await build(await twoPhotos())
    const zip = packages[0]?.path ?? ''
    await cp(zip, `${zip}.old`)
    const content = await readFile(zip)
    content.writeUInt8(content.readUInt8(content.length - 30) ^ 1, content.length - 30)
    await writeFile(zip, content)
    const [verified] = await verify(folder)
    expect(verified?.ok).toBe(false)
    const codes = verified?.problems.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['mail-checksum-differs', 'checklist-checksum-differs']))
  })
  test.each([
    ['whose sheets say something else', (page: string) => page.replaceAll('合格', '优秀')],
    ['that is something else', () => '<html>核对无误</html>'],
  ])('with a checklist %s', async (_, change) => {
    const { out: folder } = await build(await twoPhotos())
    const checklist = path.join(folder, '报送核对单.html')
    const page = await readFile(checklist, 'utf8')
    expect(change(page)).not.toBe(page)
    await writeFile(checklist, change(page))
    expect(await verify(folder)).toMatchObject([{ ok: false, problems: [{ code: 'checklist-changed' }] }])
  })
  test('with another zip in the place of the one that was signed, whatever it is called; not with that one renamed', async () => {
    const signed = await build(await twoPhotos())
    const zip = signed.packages[0]?.path ?? ''
    await rename(zip, path.join(signed.out, '宣传素材 (1).zip'))
    expect(await verify(signed.out)).toMatchObject([{ ok: true, problems: [] }])
    await rm(path.join(signed.out, '宣传素材 (1).zip'))
    const other = await build(await twoPhotos(), { now: new Date('2023-08-21T02:00:00Z') })
    await cp(other.packages[0]?.path ?? '', path.join(signed.out, '宣传素材-改.zip'))
    expect(await verify(signed.out)).toMatchObject([
      { ok: false, problems: [{ code: 'checklist-checksum-differs' }] },
    ])
  })
  test('with the statement in the checklist’s place, or a folder, but not with none at all', async () => {
    const { out: folder } = await build(await twoPhotos())
    const checklist = path.join(folder, '报送核对单.html')
    await cp(path.join(folder, '权属与授权声明.html'), checklist)
    expect(await verify(folder)).toMatchObject([{ ok: false, problems: [{ code: 'checklist-changed' }] }])
    await rm(checklist)
    expect(await verify(folder)).toMatchObject([{ ok: true, problems: [] }])
    await mkdir(checklist)
    expect(await verify(folder)).toMatchObject([{ ok: false, problems: [{ code: 'checklist-changed' }] }])
  })
  test('with a checklist that was read once for all the zips beside it', async () => {
    const { out: folder, packages } = await build(await twoPhotos())
    await cp(packages[0]?.path ?? '', path.join(folder, '再一份.zip'))
    const seen = new Set<number>()
    const verified = await verifyPackages([{ path: folder, given: folder }], {
      notices: [liaoning],
      signal: never,
      onProgress({ done }) {
        // The first is judged when the second is read.
        if (done > 8_000_000 && seen.size === 0) writeFileSync(path.join(folder, '报送核对单.html'), '')
        if (done > 8_000_000) seen.add(done)
      },
    })
    expect(seen.size).toBeGreaterThan(0)
    expect(verified).toMatchObject([{ ok: true }, { ok: true }])
  })
  test('with a file that is no zip, and a folder that holds none', async () => {
    await writeFile(path.join(home, '假.zip'), 'not a zip')
    expect(await verify(path.join(home, '假.zip'))).toMatchObject([
      { ok: false, items: 0, problems: [{ code: 'archive-broken', reason: 'not-a-zip' }] },
    ])
    expect(await verify(source)).toMatchObject([{ ok: false, problems: [{ code: 'not-a-package' }] }])
  })
  test('with a manifest whose facts break the rules', async () => {
    const submission = await twoPhotos({ waivers: [{ code: 'pixels-outside', reason: '老照片' }] })
    const [first] = submission.items
    if (first) first.facts.width = 100
    const { packages } = await build(submission)
    expect(await verify(packages[0]?.path ?? '')).toMatchObject([{ ok: true }])
    const stricter = structuredClone(liaoning)
    for (const requirement of stricter.tasks[0]?.requirements ?? []) requirement.waivable = false
    const claim = { path: packages[0]?.path ?? '', given: '包' }
    const [verified] = await verifyPackages([claim], {
      notices: [stricter],
      signal: never,
      onProgress: () => undefined,
    })
    expect(verified?.problems).toMatchObject([
      { code: 'rule-broken', item: '图片/辽宁省气象学会（沈阳市）-活动1.jpg' },
    ])
  })
})
