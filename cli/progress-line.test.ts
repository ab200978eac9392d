import { PassThrough } from 'node:stream'
import type { WriteStream } from 'node:tty'
import { expect, it } from 'vitest'
import { progressLine } from './progress-line.ts'

/** A terminal of 80 columns, and what was written to it. */
function terminal() {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
  return { stream: stream as unknown as WriteStream, last: () => String(stream.read()).split('\r').at(-1) }
}

it('keeps one clock over writing and proving, which are one piece of work', () => {
  let now = 0
  const { stream, last } = terminal()
  const line = progressLine(stream, () => now)
  line.show({ stage: 'write', done: 0, total: 100 })
  now = 10_000
  line.show({ stage: 'verify', done: 50, total: 100 })
  expect(last()).toContain('核对 50% 还需约 10 秒')
  now = 15_000
  line.show({ stage: 'write', done: 75, total: 100 })
  expect(last()).toContain('写入 75% 还需约 5 秒')
})

it('begins anew with other work', () => {
  let now = 0
  const { stream, last } = terminal()
  const line = progressLine(stream, () => now)
  line.show({ stage: 'probe', done: 60, total: 60 })
  now = 10_000
  line.show({ stage: 'write', done: 50, total: 100 })
  expect(last()).not.toContain('还需')
})
