import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Fault } from '../../shared/faults.ts'
import { findInstallation } from '../installation.ts'
import { writeDiagnostics } from './write-diagnostics.ts'

let folder: string
let dataDir: string
let target: string
const caption = '2023年5月20日，气象科普大篷车驶进学校，讲解员正在演示台风形成实验。'
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-诊断-'))
  dataDir = path.join(folder, 'data')
  target = path.join(folder, '诊断.zip')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, content: string | Buffer) => {
  const file = path.join(dataDir, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
}
const write = (given: Partial<Parameters<typeof writeDiagnostics>[1]> = {}) =>
  writeDiagnostics(target, {
    installation: findInstallation(import.meta.url),
    dataDir,
    now: new Date('2023-08-20T02:00:00Z'),
    ...given,
  })
/** What a zip program reads in it, by another reader than any of ours. */
async function read(): Promise<Map<string, string>> {
  const content = await readFile(target)
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(content, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const files = new Map<string, string>()
  for await (const entry of entriesOf(zip)) {
    const stream = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    )
    files.set(entry.fileName, await textOf(stream))
  }
  return files
}
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('end', () => resolve(undefined))
      zip.once('error', reject)
      zip.readEntry()
    })
    if (!entry) return
    yield entry
  }
}
const project = {
  format: 1,
  id: 'p1',
  notice: { id: 'liaoning-2023', version: '3' },
  createdAt: '2023-08-20T02:00:00.000Z',
  unit: { name: '辽宁省气象学会', class: 'society', region: '', contact: '王晓萌', phone: '13841234567' },
  tasks: {
    media: {
      items: [
        {
          id: 'i1',
          relative: '大篷车/1.jpg',
          source: { path: path.join(homedir(), '素材', '1.jpg'), root: path.join(homedir(), '素材') },
          fields: { title: '大篷车进校园', caption, id: '写在一个叫编号的字段里', phone: '024-23221703' },
        },
      ],
      rows: [{ id: 'r1', fields: { name: '秘密活动', phone: '13912345678' } }],
      waivers: [{ code: 'video-short', reason: '领导已同意' }],
      packages: [
        {
          id: 'k1',
          version: 1,
          packedAt: '2023-08-20T02:00:00.000Z',
          sent: { 0: '2023-08-21T02:00:00.000Z' },
          result: {
            out: '/输出',
            packages: [{ path: '/输出/甲.zip', bytes: 9, sha256: 'ab'.repeat(32) }],
            mails: [{ to: 'x@y', subject: `图片+${caption}`, body: `联系人王晓萌 ${caption}` }],
          },
        },
      ],
      somethingNew: '后来的版本写的文字',
    },
  },
}
const prepare = async () => {
  await put('projects/p1.json', JSON.stringify(project))
  await put('logs/kepuri.log', `{"event":"x","path":"${homedir()}/素材","phone":"138 4123 4567"}\n`)
  const error = `SyntaxError: Unexpected token '秘', "{秘密活动}" is not valid JSON\n    at JSON.parse`
  const user = 'file:///C:/Users/%E7%8E%8B%E6%99%93%E8%90%8C/1.jpg'
  await put(
    'logs/kepuri.log.1',
    `${JSON.stringify({ error, user, id: '210102199003071234', mail: 'wxm@qq.com' })}\n`,
  )
  await put('desktop/settings.json', JSON.stringify({ outFolder: path.join(homedir(), '文档') }))
  await put('facts/thumbnails/ab/ab.jpg', 'picture bytes')
  await put('uploads/x/大篷车.jpg', 'picture bytes')
  await put('launch.json', '{"address":"http://127.0.0.1:1/?token=geheim"}')
}

test('it holds log, versions, rule packs, records, settings and the list of files, and says what it holds', async () => {
  await prepare()
  const { files: names, troubles, bytes } = await write()
  const files = await read()
  expect([...files.keys()]).toEqual([
    '说明.txt',
    'logs/kepuri.log',
    'logs/kepuri.log.1',
    'versions.json',
    'notices.json',
    'projects/p1.json',
    'settings/settings.json',
    'data-files.txt',
  ])
  expect(names).toEqual([...files.keys()])
  expect(troubles).toEqual([])
  expect((await readFile(target)).length).toBe(bytes)
  expect(JSON.parse(files.get('versions.json') ?? '')).toMatchObject({
    program: findInstallation(import.meta.url).version,
    node: process.versions.node,
    sharp: expect.stringMatching(/^\d/) as string,
    libvips: expect.stringMatching(/^8\./) as string,
    disk: { free: expect.any(Number) as number },
  })
  expect(JSON.parse(files.get('notices.json') ?? '')).toContainEqual(
    expect.objectContaining({ id: 'liaoning-2023' }),
  )
  expect(files.get('data-files.txt')).toContain('uploads/x/大篷车.jpg')
  expect(files.get('说明.txt')).toContain('“*********78”')
  expect(files.get('说明.txt')).toContain('也可能带有题目等少量文字')
})
test('nothing that was written, no phone number, no picture, no token and no user’s name is in it', async () => {
  await prepare()
  await write()
  const all = [...(await read()).values()].join('\n')
  for (const secret of [
    caption,
    '大篷车进校园',
    '写在一个叫编号的字段里',
    '秘密活动',
    '领导已同意',
    '后来的版本写的文字',
    '王晓萌',
    '13841234567',
    '4123 4567',
    '13912345678',
    '23221703',
    'x@y',
    '%E7%8E%8B',
    '1990',
    'wxm',
    'qq.com',
    'geheim',
    'picture bytes',
    `${homedir()}/素材`,
  ])
    expect(all, secret).not.toContain(secret)
})
test('a record keeps what a fault is found by: counts, names of files, times, lengths', async () => {
  await prepare()
  await write()
  expect(JSON.parse((await read()).get('projects/p1.json') ?? '')).toMatchObject({
    format: 1,
    notice: { id: 'liaoning-2023', version: '3' },
    createdAt: project.createdAt,
    unit: { name: '辽宁省气象学会', contact: '王**', phone: '*********67' },
    tasks: {
      media: {
        items: [
          {
            relative: '大篷车/1.jpg',
            source: { path: expect.stringMatching(/~[\\/]素材[\\/]1\.jpg$/) as string },
            fields: { caption: `〔${caption.length}字〕` },
          },
        ],
        packages: [
          {
            sent: { 0: '2023-08-21T02:00:00.000Z' },
            result: { packages: [{ bytes: 9, sha256: 'ab'.repeat(32) }] },
          },
        ],
      },
    },
  })
})
describe('a damaged or unreadable data folder', () => {
  test('that is not there at all', async () => {
    const { troubles } = await write()
    expect(troubles.join('\n')).toContain('数据文件夹')
    expect((await read()).get('problems.txt')).toContain('数据文件夹')
  })
  test('that is a file', async () => {
    await writeFile(dataDir, 'x')
    expect((await write()).files).toContain('说明.txt')
  })
  test('with a record that is no JSON: its place of damage is told, and nothing of its text', async () => {
    await put('projects/p2.json', `{"unit":{"contact":"王晓萌",`)
    await write()
    const text = (await read()).get('projects/p2.json') ?? ''
    expect(JSON.parse(text)).toMatchObject({ damaged: true, at: { line: 1 } })
    expect(text).not.toContain('王')
  })
  test('with folders and pipes where files should be', async () => {
    await mkdir(path.join(dataDir, 'projects', 'p3.json'), { recursive: true })
    await mkdir(path.join(dataDir, 'logs', 'kepuri.log'), { recursive: true })
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(dataDir, 'projects', 'p4.json')])
    const { troubles } = await write()
    expect(troubles.join('\n')).toContain('p3.json')
    expect(troubles.join('\n')).toContain('kepuri.log')
    if (process.platform !== 'win32') expect(troubles.join('\n')).toContain('p4.json')
  })
  test('and an installation without rule packs, sharp and ffprobe', async () => {
    const installation = {
      ...findInstallation(import.meta.url),
      folder,
      resourcesDir: path.join(folder, '没有'),
      ffprobe: path.join(folder, '没有', 'ffprobe'),
    }
    const { troubles } = await write({ installation })
    for (const what of ['规则包', 'sharp', 'libvips', 'ffprobe'])
      expect(troubles.some((one) => one.startsWith(what))).toBe(true)
    expect((await read()).has('versions.json')).toBe(true)
  })
})
test('a huge log is there with its end', async () => {
  await put('logs/kepuri.log', Buffer.concat([Buffer.alloc(5_000_000, 'a'), Buffer.from('the end\n')]))
  const { troubles } = await write()
  const text = (await read()).get('logs/kepuri.log') ?? ''
  expect(text.endsWith('the end\n')).toBe(true)
  expect(text.length).toBe(3 * 1024 * 1024)
  expect(troubles.join('\n')).toContain('kepuri.log')
})
test('a place that cannot be written, or a call that is cancelled, leaves nothing', async () => {
  await prepare()
  await mkdir(path.join(target, '占位'), { recursive: true })
  const fault = await write().catch((error: unknown) => error)
  expect((fault as Fault).data).toMatchObject({ code: 'out-unwritable' })
  const signal = AbortSignal.abort()
  const cancelled = await write({ signal }).catch((error: unknown) => error)
  expect((cancelled as Fault).data).toEqual({ code: 'cancelled' })
  expect(await readdir(folder)).toEqual(['data', '诊断.zip'])
  expect(await readdir(path.join(dataDir, 'packing'))).toEqual([])
})
test('records whose names are the same when masked are both there, under names that Windows takes', async () => {
  for (const name of ['13812345678.json', '13912345678.json']) await put(`projects/${name}`, '{}')
  await write()
  const names = [...(await read()).keys()].filter((name) => name.startsWith('projects/'))
  expect(names).toEqual(['projects/1-_________78.json', 'projects/2-_________78.json'])
})
test('a bug is no trouble of a disk', async () => {
  const bug = new TypeError('a bug')
  const throwIfAborted = () => {
    throw bug
  }
  const signal = Object.assign(new AbortController().signal, { throwIfAborted })
  await expect(write({ signal })).rejects.toBe(bug)
  expect(await readdir(folder)).not.toContain('诊断.zip')
})
test('that nothing can be written down about what is begun stands in the log', async () => {
  await put('packing', 'in the way')
  await write()
  expect(await readFile(path.join(dataDir, 'logs', 'kepuri.log'), 'utf8')).toContain(
    'packing-journal-unusable',
  )
})
test.skipIf(process.platform === 'win32')('7z finds it whole', async () => {
  await prepare()
  await write()
  let there = true
  try {
    execFileSync('7z', ['i'])
  } catch {
    there = false
  }
  if (there) expect(execFileSync('7z', ['t', target]).toString()).toContain('Everything is Ok')
})
