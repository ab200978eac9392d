import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
