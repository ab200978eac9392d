import { mkdtemp, readFile, rm } from 'node:fs/promises'
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
