import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyProblemSentence } from '../../shared/wording/verify-sentence.ts'
import { soundPackage, soundParts, verify, writeAsFolder, writeAsZip } from './made-package.fixture.ts'
import { readFolder } from './read-folder.ts'

let home: string
let folder: string
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kepuri-夹-'))
  folder = path.join(home, '素材')
  await writeAsFolder(soundPackage(), folder)
})
afterEach(() => rm(home, { recursive: true, force: true }))

const [first = ''] = soundPackage().manifest.items.map((item) => item.path)
const codesOf = async (place = folder) =>
  (await verify(place)).map(({ problems }) =>
    problems.map(({ code, item }) => (item === undefined ? code : `${code} ${item}`)),
  )

describe.skipIf(process.platform === 'win32')('what is no file is not read', () => {
  test('a link in the place of a picture, wherever it leads', async () => {
    await rename(path.join(folder, first), path.join(home, '外面.jpg'))
    await symlink(path.join(home, '外面.jpg'), path.join(folder, first))
    expect(await codesOf()).toEqual([[`unsafe-name ${first}`]])
  })
  test('a link in the place of the folder of pictures, or of the manifest', async () => {
    await rename(path.join(folder, '图片'), path.join(home, '外面'))
    await symlink(path.join(home, '外面'), path.join(folder, '图片'))
    const [said] = await codesOf()
    expect(said).toContain('unsafe-name 图片')
    expect(said?.filter((one) => one.startsWith('file-missing'))).toHaveLength(2)
    await rename(path.join(folder, 'manifest.json'), path.join(home, 'manifest.json'))
    await symlink(path.join(home, 'manifest.json'), path.join(folder, 'manifest.json'))
    const [both] = await codesOf()
    expect(both?.slice(0, 2)).toEqual(['unsafe-name manifest.json', 'unsafe-name 图片'])
  })
  test('links that lead back, and to nowhere', async () => {
    await symlink('..', path.join(folder, '上面'))
    await symlink(folder, path.join(folder, '图片', '自己'))
    await symlink('/没有', path.join(folder, '图片', '空'))
    expect(await codesOf()).toEqual([['unsafe-name 上面', 'unsafe-name 图片/空', 'unsafe-name 图片/自己']])
  })
  test('a pipe into which nobody writes, among the files and among the zips', async () => {
    execFileSync('mkfifo', [path.join(folder, '图片', '管道.jpg')])
    expect(await codesOf()).toEqual([['unsafe-name 图片/管道.jpg']])
    await rename(path.join(folder, first), path.join(home, '一.jpg'))
    execFileSync('mkfifo', [path.join(folder, first)])
    expect(await codesOf()).toEqual([['unsafe-name 图片/管道.jpg', `unsafe-name ${first}`]])
    const zips = path.join(home, '压缩包')
    await writeAsZip(soundPackage(), path.join(zips, '甲.zip'))
    execFileSync('mkfifo', [path.join(zips, '乙.zip')])
    expect(await codesOf(zips)).toEqual([['not-a-package'], []])
    expect(await codesOf(path.join(zips, '乙.zip'))).toEqual([['not-a-package']])
  })
  test('names that another system would write elsewhere, or show as another', async () => {
    for (const name of ['CON.jpg', 'a:b.jpg', 'gpj\u202Eexe', '末尾.'])
      await writeFile(path.join(folder, name), 'x')
    const [said] = await codesOf()
    expect(said).toHaveLength(4)
    expect(said?.every((one) => one.startsWith('unsafe-name'))).toBe(true)
  })
  test('two files of one name, where case is told apart', async () => {
    await writeFile(path.join(folder, 'MANIFEST.JSON'), '{}')
    const [said] = await codesOf()
    expect(said).toContain('file-repeated manifest.json')
  })
})

describe('a folder has bounds', () => {
  test('of files', async () => {
    const many = path.join(folder, '很多')
    await mkdir(many)
    for (let at = 0; at < 25_100; at += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => writeFile(path.join(many, `${at + index}`), '')),
      )
    const [verified] = await verify(folder)
    expect(verified).toMatchObject({ items: 0, problems: [{ code: 'archive-broken', reason: 'too-many' }] })
    expect(verified?.problems.map(verifyProblemSentence)).toEqual(['里面的文件多得不正常，没有读取'])
  }, 60_000)
  test('of depth', async () => {
    const deep = Array.from({ length: 60 }, (_, index) => `${index}`)
    await mkdir(path.join(folder, ...deep), { recursive: true })
    await writeFile(path.join(folder, ...deep, '深.txt'), 'x')
    expect(await codesOf()).toEqual([[`unsafe-name ${deep.slice(0, 17).join('/')}`]])
  })
  test('and a folder without end is left when it is cancelled', async () => {
    const reading = readFolder(folder, AbortSignal.abort(new Error('cancelled')), () => undefined)
    await expect(reading).rejects.toThrow('cancelled')
    const stop = new AbortController()
    const started = readFolder(folder, stop.signal, () => stop.abort(new Error('enough')))
    await expect(started).rejects.toThrow('enough')
  })
})

test('what systems hide is passed over, what others hide is not', async () => {
  for (const name of ['.DS_Store', '._a.jpg', 'Thumbs.db', 'desktop.ini', '~$说明文档.docx'])
    await writeFile(path.join(folder, name), 'x')
  await mkdir(path.join(folder, '.Trash-1000'))
  await writeFile(path.join(folder, '.Trash-1000', 'x'), 'x')
  expect(await codesOf()).toEqual([[]])
  await writeFile(path.join(folder, '.藏.exe'), 'MZ')
  expect(await codesOf()).toEqual([['file-unlisted .藏.exe']])
})

test('a part that is a folder lies about the size of a file', async () => {
  const [made] = soundParts({ plan: 'disk' })
  made!.manifest.items[0]!.facts.bytes = 5_000_000
  const place = await writeAsFolder(made!, path.join(home, '假'))
  const [verified] = await verify(place)
  expect(verified?.problems).toMatchObject([{ code: 'size-differs', expected: 5_000_000, actual: 3_500_000 }])
})

test('a manifest that cannot be read says why, and a folder that is one is none', async () => {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8')
  await writeFile(path.join(folder, 'manifest.json'), text.slice(0, -5))
  expect(await codesOf()).toEqual([['checksum-differs manifest.json', 'manifest-unreadable manifest.json']])
  await rm(path.join(folder, 'manifest.json'))
  await mkdir(path.join(folder, 'manifest.json'))
  expect((await codesOf()).flat()).toContain('no-manifest manifest.json')
})
