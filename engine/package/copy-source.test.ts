import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canHold, holdFile } from '../store/hold-file.fixture.ts'
import { copySource, SourceFailed } from './copy-source.ts'
import { Gauge, Stopped } from './gauge.ts'

let folder = ''
let file = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-抄写-'))
  file = path.join(folder, '1.jpg')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What arrives of the file, which should have three bytes. */
function copied(gauge = new Gauge()): string {
  let text = ''
  const sink = { write: (data: Buffer) => void (text += data.toString()) }
  copySource({ path: file, size: 3 }, sink, gauge, Buffer.alloc(2))
  return text
}
const failureOf = (action: () => unknown): unknown => {
  try {
    return action()
  } catch (error) {
    return error instanceof SourceFailed ? error.reason : error
  }
}

test('a file arrives as it is; one of another length, or none, is told', async () => {
  expect(failureOf(copied)).toBe('ENOENT')
  await writeFile(file, 'abc')
  expect(copied()).toBe('abc')
  await writeFile(file, 'abcd')
  expect(failureOf(copied)).toBe('size')
})
test.skipIf(process.platform === 'win32')('a pipe in its place holds nobody up', () => {
  execFileSync('mkfifo', [file])
  expect(failureOf(copied)).toBe('EISDIR')
})
test.skipIf(!canHold)('one that another program holds for a moment is waited for', async () => {
  await writeFile(file, 'abc')
  await using _ = await holdFile(file, 150)
  expect(copied()).toBe('abc')
})
test.skipIf(!canHold)('nobody waits any more once all shall stop', async () => {
  await writeFile(file, 'abc')
  await using _ = await holdFile(file, 60_000)
  const gauge = new Gauge()
  gauge.stop()
  expect(failureOf(() => copied(gauge))).toBeInstanceOf(Stopped)
})
