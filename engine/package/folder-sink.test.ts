import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderSink } from './folder-sink.ts'
import { Gauge } from './gauge.ts'
import { writeWhole } from './sink.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'kepuri-sink-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes one file to a target that says so of its time. */
function write(code: string): Gauge {
  const gauge = new Gauge()
  const sink = folderSink(path.join(folder, 'a'), gauge, () => {
    throw Object.assign(new Error(code), { code })
  })
  try {
    sink.begin({ name: '图片/甲.jpg', size: 5, crc: 0, modified: new Date(2023, 4, 20) })
    sink.write(Buffer.from('small'))
    sink.finish()
    return gauge
  } finally {
    sink.close()
  }
}

test.each(['EPERM', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
  'a target that takes no times (%s) takes the file nevertheless',
  (code) => {
    expect(write(code).finished).toBe(1)
    expect(readFileSync(path.join(folder, 'a', '图片', '甲.jpg'), 'utf8')).toBe('small')
  },
)
test('a disk that fails meanwhile is told', () => expect(() => write('EIO')).toThrow('EIO'))

test('a system that takes nothing, and says nothing, is an error and not asked for ever', () => {
  const taken: number[] = []
  const halves = (_: number, __: Buffer, from: number, bytes: number) => {
    taken.push(from)
    return Math.floor(bytes / 2)
  }
  expect(() => writeWhole(0, Buffer.alloc(4), halves)).toThrow('EIO')
  expect(taken).toEqual([0, 2, 3])
})
