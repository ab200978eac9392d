import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { liaoning } from '../../shared/rules/submission.fixture.ts'
import { codesOf, never, soundPackage, verify, writeAsFolder, writeAsZip } from './made-package.fixture.ts'
import { verifyPackages } from './verify-package.ts'

let home: string
beforeEach(async () => void (home = await mkdtemp(path.join(tmpdir(), 'kepuri-找-'))))
afterEach(() => rm(home, { recursive: true, force: true }))

test('the folder that package folders were written into holds their packages', async () => {
  await writeAsZip(soundPackage(), path.join(home, '甲', '甲.zip'))
  await writeAsFolder(soundPackage(), path.join(home, '乙'))
  await mkdir(path.join(home, '空'))
  await mkdir(path.join(home, '.kepuri-1-1.part'))
  await writeFile(path.join(home, '.kepuri-1-1.part', '半.zip'), 'half')
  const verified = await verify(home)
  expect(verified.map(({ path: place, ok }) => [path.relative(home, place), ok])).toEqual([
    ['乙', true],
    [path.join('甲', '甲.zip'), true],
  ])
})
test('a folder without packages, also one level down, is none', async () => {
  await mkdir(path.join(home, '甲', '乙'), { recursive: true })
  await writeFile(path.join(home, '甲', '乙', '深.zip'), 'deep')
  expect(await codesOf(home)).toEqual(['not-a-package'])
})
test('what systems leave in a folder that was looked at is no part of the package', async () => {
  await writeAsFolder(soundPackage(), home)
  for (const name of ['Thumbs.db', '.DS_Store', 'desktop.ini', '图片/Thumbs.db', '图片/._1.jpg'])
    await writeFile(path.join(home, name), 'litter')
  expect(await verify(home)).toMatchObject([{ ok: true, items: 2 }])
})
test('a bug while one package is judged is said of that one, and the others are judged', async () => {
  const zips = ['甲', '乙'].map((name) => path.join(home, `${name}.zip`))
  for (const zip of zips) await writeAsZip(soundPackage(), zip)
  let calls = 0
  const notices = new Proxy([liaoning], {
    get(target, key, receiver): unknown {
      if (key === 'find' && (calls += 1) === 1) throw new TypeError('a bug')
      return Reflect.get(target, key, receiver)
    },
  })
  const claims = zips.map((zip) => ({ path: zip, given: zip }))
  const verified = await verifyPackages(claims, { notices, signal: never, onProgress: () => undefined })
  expect(verified).toMatchObject([
    { ok: false, problems: [{ code: 'check-failed', actual: 'a bug' }] },
    { ok: true, problems: [] },
  ])
})
test('a mail beside the zip that is too large to be ours is passed over', async () => {
  await writeAsZip(soundPackage(), path.join(home, '甲.zip'))
  await writeFile(path.join(home, '邮件.txt'), Buffer.alloc(5 * 1024 * 1024, 'x'))
  expect(await codesOf(home)).toEqual([])
})
