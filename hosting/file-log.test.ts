import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createFileLog } from './file-log.ts'

const failing: readonly (readonly [string, () => unknown])[] = [
  ['JSON', () => JSON.parse('王晓萌的电话')],
  ['a long JSON', () => JSON.parse(`{"a":"王晓萌\n" "${'王晓萌'.repeat(50)}`)],
  ['JSON with a quote', () => JSON.parse('{"a":"b",王晓萌"}')],
  ['a number', () => BigInt('王晓萌')],
  ['a pattern', () => new RegExp(['王晓萌', '('].join(''))],
  ['a text as an object', () => 'x' in ('王晓萌\n第二行王晓萌' as unknown as object)],
  ['a property of a text', () => Object.assign('王晓萌', { length: 1 })],
  ['an entry', () => new Map(['王晓萌'] as unknown as [string, string][])],
  ['a method of a text', () => ('王晓萌' as unknown as number).toFixed()],
  ['a size', () => Buffer.alloc('王晓萌' as unknown as number)],
  ['a property to be set', () => (('王晓萌' as unknown as { a: number }).a = 1)],
]
test.each(failing)('a bug with %s is logged with its place and without the text', async (_, work) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kepuri-日志-'))
  try {
    const log = createFileLog(folder, () => new Date())
    try {
      work()
      expect.unreachable()
    } catch (error) {
      log.report(error)
      log.log({ level: 'warn', event: 'x', data: { error: String(error) } })
    }
    const text = await readFile(log.file, 'utf8')
    expect(text).not.toContain('王')
    expect(text).toContain('file-log.test.ts:')
    expect(text).toMatch(/(Syntax|Type|Range)Error/)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a log that has grown large is put aside, and the one before is given up: there are never more than two', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kepuri-日志-'))
  try {
    const { file, log } = createFileLog(folder, () => new Date())
    const text = 'x'.repeat(1024 * 1024)
    for (let turn = 0; turn < 8; turn += 1) log({ level: 'info', event: `e${turn}`, data: text })
    const names = await readdir(path.dirname(file))
    expect(names.toSorted()).toEqual(['kepuri.log', 'kepuri.log.1'])
    const sizes = await Promise.all(
      names.map(async (name) => (await stat(path.join(folder, 'logs', name))).size),
    )
    expect(Math.max(...sizes)).toBeLessThan(4 * 1024 * 1024)
    expect(await readFile(file, 'utf8')).toContain('"e7"')
  } finally {
    await rm(folder, { recursive: true })
  }
})
test('what was put aside half a year ago is not kept', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kepuri-日志-'))
  try {
    const { file, log } = createFileLog(folder, () => new Date())
    log({ level: 'info', event: 'new' })
    await writeFile(`${file}.1`, 'old')
    createFileLog(folder, () => new Date(Date.now() + 180 * 24 * 3600 * 1000))
    expect(await readFile(`${file}.1`, 'utf8')).toBe('old')
    createFileLog(folder, () => new Date(Date.now() + 190 * 24 * 3600 * 1000))
    expect(await readdir(path.dirname(file))).toEqual(['kepuri.log'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
test('a folder that cannot be written costs the log, and nothing else', () => {
  const log = createFileLog('/proc/kepuri', () => new Date())
  log.log({ level: 'info', event: 'x' })
  expect(log.report(new Error('x'))).toMatch(/^[0-9a-f]{8}$/)
})
