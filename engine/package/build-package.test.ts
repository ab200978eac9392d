import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { society } from '../../shared/rules/submission.fixture.ts'
import {
  build,
  faultOf,
  home,
  inNewFolders,
  leftovers,
  out,
  source,
  twoPhotos,
  verify,
} from './packing-desk.fixture.ts'

inNewFolders()

describe('a sound submission', () => {
  test('is packed, named by the notice, and verifies', async () => {
    const result = await build(await twoPhotos())
    expect([result.planned, result.packed]).toEqual([2, 2])
    expect(path.basename(result.out)).toBe('科普日宣传素材-辽宁省气象学会-20230820')
    expect((await readdir(result.out)).toSorted()).toEqual(
      ['科普日宣传素材-辽宁省气象学会.zip', '报送核对单.html', '权属与授权声明.html', '邮件.txt'].toSorted(),
    )
    expect(await verify(result.out)).toMatchObject([{ ok: true, items: 2, problems: [] }])
    const [part] = result.packages
    expect(part?.sha256).toBe(
      createHash('sha256')
        .update(await readFile(part?.path ?? ''))
        .digest('hex'),
    )
    expect(await leftovers(out)).toEqual([])
  })
  test('leaves the originals as they were', async () => {
    const submission = await twoPhotos()
    await utimes(path.join(source, '1.jpg'), new Date('2023-05-20'), new Date('2023-05-20'))
    const before = await stat(path.join(source, '1.jpg'))
    await build(submission)
    const after = await stat(path.join(source, '1.jpg'))
    expect([after.mtimeMs, after.size]).toEqual([before.mtimeMs, before.size])
  })
  test('packed twice never touches the first package', async () => {
    const submission = await twoPhotos()
    const first = await build(submission)
    const before = await readFile(first.packages[0]?.path ?? '')
    const second = await build(submission)
    expect(path.basename(second.out)).toBe('科普日宣传素材-辽宁省气象学会-20230820-2')
    expect((await readFile(first.packages[0]?.path ?? '')).equals(before)).toBe(true)
  })
  test('reports progress that names files and never exceeds its total', async () => {
    const steps: Step[] = []
    await build(await twoPhotos(), { onProgress: (step) => steps.push(step) })
    expect(new Set(steps.map(({ stage }) => stage))).toEqual(new Set(['write', 'verify']))
    expect(steps.every(({ done, total, item }) => done <= total && item !== undefined)).toBe(true)
  })
  test('mails the checksum of the very zip that lies there', async () => {
    const { mails, packages, out: folder } = await build(await twoPhotos())
    expect(mails[0]).toMatchObject({ to: '384425222@qq.com', mandated: false })
    expect(mails[0]?.body).toContain(packages[0]?.sha256)
    expect(await readFile(path.join(folder, '邮件.txt'), 'utf8')).toContain(packages[0]?.sha256)
  })
})

describe('nothing is written', () => {
  const untouched = async () => expect(await readdir(out).catch(() => [])).toEqual([])

  test('when the submission has errors', async () => {
    const submission = await twoPhotos()
    const [first] = submission.items
    if (first) first.fields['caption'] = ''
    expect(await faultOf(build(submission))).toEqual({ code: 'submission-has-errors', errors: 1 })
    await untouched()
  })
  test('when a file has changed since it was checked, though its size is the same', async () => {
    const submission = await twoPhotos()
    await writeFile(path.join(source, '2.jpg'), Buffer.alloc(3_500_000, 'x'))
    expect(await faultOf(build(submission))).toEqual({
      code: 'source-changed',
      path: '素材/2.jpg',
      change: 'changed',
    })
    await untouched()
  })
  test('when a file has another size than it had', async () => {
    const submission = await twoPhotos()
    await writeFile(path.join(source, '2.jpg'), 'short')
    expect(await faultOf(build(submission))).toEqual({
      code: 'source-changed',
      path: '素材/2.jpg',
      change: 'changed',
    })
    await untouched()
  })
  test('when a file has vanished', async () => {
    const submission = await twoPhotos()
    await rm(path.join(source, '1.jpg'))
    expect(await faultOf(build(submission))).toEqual({
      code: 'source-changed',
      path: '素材/1.jpg',
      change: 'vanished',
    })
    await untouched()
  })
  test('when the clerk cancels, while writing and while proving', async () => {
    const submission = await twoPhotos()
    for (const stage of ['write', 'verify']) {
      const controller = new AbortController()
      const onProgress = (step: Step) => step.stage === stage && controller.abort()
      expect(await faultOf(build(submission, { signal: controller.signal, onProgress }))).toEqual({
        code: 'cancelled',
      })
      await untouched()
    }
  })
  test('when the target lies inside the source, also by way of a link', async () => {
    const submission = await twoPhotos()
    await symlink(source, path.join(home, '链接'))
    for (const place of [source, path.join(source, '包'), path.join(home, '链接', '包')]) {
      expect(await faultOf(build(submission, { out: { path: place, given: place } }))).toMatchObject({
        code: 'out-inside-source',
      })
      expect((await readdir(source)).toSorted()).toEqual(['1.jpg', '2.jpg'])
    }
  })
  test('when a file stands where the target folder should be', async () => {
    await writeFile(out, 'a file')
    expect(await faultOf(build(await twoPhotos()))).toMatchObject({ code: 'out-unwritable' })
    expect(await readFile(out, 'utf8')).toBe('a file')
  })
})

test('the unit of the packages is the one that was given', async () => {
  const { packages } = await build(await twoPhotos({ unit: { ...society, name: '辽宁省天文学会' } }))
  expect(path.basename(packages[0]?.path ?? '')).toBe('科普日宣传素材-辽宁省天文学会.zip')
})
