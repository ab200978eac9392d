import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOf, never, soundPackage, verify, writeAsFolder } from './made-package.fixture.ts'
import { type RawEntry, rawZip, unicodePath } from './raw-zip.fixture.ts'
import { readArchive } from './read-archive.ts'

let home: string
let folder: string
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kepuri-foreign-'))
  folder = await writeAsFolder(soundPackage(), path.join(home, '解压'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const has = (program: string) => spawnSync(program, ['--help']).error === undefined
const made = (name: string) => path.join(home, name)
const files = filesOf(soundPackage())
const sound = { ok: true, items: 2, problems: [] }

/** The sound package as a zip whose entries are written so. */
async function zipAs(name: string, entry: (name: string, content: Buffer) => RawEntry): Promise<string> {
  await writeFile(made(name), rawZip([...files].map(([one, content]) => entry(one, content))))
  return made(name)
}

describe('a sound package that was zipped again by another program is sound', () => {
  test.skipIf(!has('7z')).each([
    ['stored', '-mx0'],
    ['compressed', '-mx1'],
  ])('by 7-Zip, %s', async (way, level) => {
    execFileSync('7z', ['a', '-tzip', level, made(`7z-${way}.zip`), '.'], { cwd: folder })
    expect(await verify(made(`7z-${way}.zip`))).toMatchObject([sound])
  })
  test.skipIf(!has('zip')).each([
    ['with its fields', ['-r']],
    ['without them', ['-rX']],
    ['without folders', ['-rD0']],
  ])('by Info-ZIP, %s', async (way, options) => {
    execFileSync('zip', [...options, made(`zip ${way}.zip`), '.'], { cwd: folder })
    expect(await verify(made(`zip ${way}.zip`))).toMatchObject([sound])
  })
  test.skipIf(!has('zip'))('by Info-ZIP into a pipe, with data descriptors', async () => {
    await writeFile(made('pipe.zip'), execFileSync('zip', ['-r', '-', '.'], { cwd: folder, maxBuffer: 1e9 }))
    expect(await verify(made('pipe.zip'))).toMatchObject([sound])
  })
  test.skipIf(!has('python3'))('by Python, also into a pipe', async () => {
    const script = `import sys,zipfile,os
class Pipe:
    def __init__(self, f): self.f=f
    def write(self, data): return self.f.write(data)
    def flush(self): self.f.flush()
for target, wrap in ((sys.argv[1], lambda f: f), (sys.argv[2], Pipe)):
    with open(target, 'wb') as f, zipfile.ZipFile(wrap(f), 'w') as z:
        for root, _, names in os.walk('.'):
            for name in names: z.write(os.path.join(root, name))`
    execFileSync('python3', ['-c', script, made('py.zip'), made('py-pipe.zip')], { cwd: folder })
    expect(await verify(made('py.zip'), made('py-pipe.zip'))).toMatchObject([sound, sound])
  })
  test.skipIf(!has('bsdtar'))('by bsdtar', async () => {
    execFileSync('bsdtar', ['-a', '-cf', made('bsd.zip'), '-C', folder, '.'])
    expect(await verify(made('bsd.zip'))).toMatchObject([sound])
  })
  test('with names in GBK, as Windows in Chinese writes them', async () => {
    const zip = await zipAs('gbk.zip', (name, content) => ({ name: iconv.encode(name, 'gbk'), content }))
    expect(await verify(zip)).toMatchObject([sound])
  })
  test('with names in UTF-8 that do not say so', async () => {
    expect(await verify(await zipAs('utf8.zip', (name, content) => ({ name, content })))).toMatchObject([
      sound,
    ])
  })
  test('with names that only Info-ZIP’s field gives right', async () => {
    const zip = await zipAs('up.zip', (name, content) => {
      const ascii = Buffer.from(name.replace(/[^\x20-\x7e]/g, '?'))
      return { name: ascii, content, extra: unicodePath(ascii, name) }
    })
    expect(await verify(zip)).toMatchObject([sound])
  })
  test('with the separator of Windows, and with accents apart', async () => {
    const zip = await zipAs('win.zip', (name, content) => ({ name: name.replaceAll('/', '\\'), content }))
    expect(await verify(zip)).toMatchObject([sound])
    await writeFile(made('nfd.zip'), rawZip([{ name: 'e\u0301.txt', content: Buffer.from('a') }]))
    const { files: read } = await readArchive(made('nfd.zip'), never, () => undefined)
    expect([...read.keys()]).toEqual(['é.txt'])
  })
})

test('a picture changed by another program’s hand is told, in its zip too', async () => {
  const zip = await zipAs('changed.zip', (name, content) => ({
    name,
    content: name.endsWith('1.jpg') ? Buffer.from(content).fill(7, 100, 101) : content,
  }))
  const [verified] = await verify(zip)
  expect(verified).toMatchObject({ items: 1, problems: [{ code: 'checksum-differs' }] })
})
