import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import type { Step } from '../../shared/operation.ts'
import { liaoning, photo, society, submissionOf, taskNamed } from '../../shared/rules/submission.fixture.ts'
import type { Submission } from '../../shared/project/submission.ts'
import type { BuildOptions } from './build-options.ts'
import { buildPackage } from './build-package.ts'
import { workplaceName } from './leftovers.ts'
import { unzipTo } from './unzip.fixture.ts'
import { verifyPackages } from './verify-package.ts'

const never = new AbortController().signal
let home: string
let source: string
let out: string
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kepuri-打包-'))
  source = path.join(home, '素材')
  out = path.join(home, '输出')
  await mkdir(source)
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** Two files whose facts keep the rules; what is packed are their bytes. */
async function twoPhotos(given: Partial<Submission> = {}): Promise<Submission> {
  const items = await Promise.all(
    ['1', '2'].map(async (id) => {
      const content = Buffer.alloc(3_500_000, id)
      content.set([0xff, 0xd8, 0xff, 0xe0])
      await writeFile(path.join(source, `${id}.jpg`), content)
      const sha256 = createHash('sha256').update(content).digest('hex')
      return photo(id, { facts: { sha256, crc32: crc32(content), bytes: content.length } })
    }),
  )
  return submissionOf(items, given)
}
const build = (submission: Submission, given: Partial<BuildOptions> = {}) =>
  buildPackage({
    notice: liaoning,
    task: taskNamed('media'),
    submission,
    source: (id) => ({
      path: path.join(source, `${id}.jpg`),
      given: `素材/${id}.jpg`,
      root: source,
      relative: `${id}.jpg`,
      bytes: 0,
      modifiedMs: 0,
    }),
    out: { path: out, given: out },
    now: new Date('2023-08-20T02:00:00Z'),
    id: 'test',
    generator: 'kepuri-packager test',
    signal: never,
    onProgress: () => undefined,
    ...given,
  })
const faultOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof Fault ? error.data : error),
  )
const verify = (given: string) =>
  verifyPackages([{ path: given, given }], {
    notices: [liaoning],
    signal: never,
    onProgress: () => undefined,
  })
const leftovers = async (folder: string) =>
  (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('.kepuri'))

describe('a sound submission', () => {
  test('is packed, named by the notice, and verifies', async () => {
    const result = await build(await twoPhotos())
    expect([result.planned, result.packed]).toEqual([2, 2])
    expect(path.basename(result.out)).toBe('科普日宣传素材-辽宁省气象学会-20230820')
    expect((await readdir(result.out)).toSorted()).toEqual(['科普日宣传素材-辽宁省气象学会.zip', '邮件.txt'])
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

describe('workplaces in the target folder', () => {
  const workplace = async (name: string, age = 0) => {
    const folder = path.join(out, name)
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'x.zip'), 'x')
    const then = new Date(Date.now() - age)
    for (const one of [path.join(folder, 'x.zip'), folder]) await utimes(one, then, then)
  }
  const own = workplaceName('old').split('-')[1] ?? ''
  const day = 25 * 3_600_000

  test.each([
    ['of a dead run here is swept away', `.kepuri-${own}-999999999-old.part`, 0, false],
    ['of a living run here stays', `.kepuri-${own}-${process.pid}-other.part`, 0, true],
    [
      'of another computer stays, whatever its process number',
      '.kepuri-00000000-999999999-old.part',
      0,
      true,
    ],
    [
      'of another computer that has lain still for a day is swept away',
      '.kepuri-00000000-1-old.part',
      day,
      false,
    ],
  ])('one %s', async (_, name, age, stays) => {
    const submission = await twoPhotos()
    await workplace(name, age)
    await build(submission)
    expect(await leftovers(out)).toEqual(stays ? [name] : [])
  })
  test('a cancelled run leaves alone what others put into the folder it had made', async () => {
    const submission = await twoPhotos()
    const controller = new AbortController()
    const nested = path.join(out, '甲', '乙')
    const onProgress = (step: Step) => {
      if (step.stage !== 'verify' || controller.signal.aborted) return
      writeFileSync(path.join(out, '别人的包.zip'), 'precious')
      controller.abort()
    }
    const call = build(submission, {
      signal: controller.signal,
      onProgress,
      out: { path: nested, given: nested },
    })
    expect(await faultOf(call)).toEqual({ code: 'cancelled' })
    expect(await readdir(out)).toEqual(['别人的包.zip'])
  })
})

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
  test('with a zip that is not the one the mail speaks of', async () => {
    const { out: folder, packages } = await build(await twoPhotos())
    const zip = packages[0]?.path ?? ''
    await cp(zip, `${zip}.old`)
    const content = await readFile(zip)
    content.writeUInt8(content.readUInt8(content.length - 30) ^ 1, content.length - 30)
    await writeFile(zip, content)
    const [verified] = await verify(folder)
    expect(verified?.ok).toBe(false)
    expect(verified?.problems.map(({ code }) => code)).toContain('mail-checksum-differs')
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

test('the unit of the packages is the one that was given', async () => {
  const { packages } = await build(await twoPhotos({ unit: { ...society, name: '辽宁省天文学会' } }))
  expect(path.basename(packages[0]?.path ?? '')).toBe('科普日宣传素材-辽宁省天文学会.zip')
})
