import { afterEach, expect, test, vi } from 'vitest'
import type { Reply, Request } from '../../shared/wire.ts'
import { httpPort } from './http-port.ts'

afterEach(() => vi.unstubAllGlobals())

/** A host that answers when it is told, and what was sent to it. */
function open() {
  const sent: { frame: Request; key: string; answer: (response: Response) => void }[] = []
  const fetch = (_address: string, { body, headers }: { body: string; headers: Record<string, string> }) =>
    new Promise<Response>((answer) => {
      sent.push({ frame: JSON.parse(body) as Request, key: headers['x-call'] ?? '', answer })
    })
  vi.stubGlobal('fetch', fetch)
  const port = httpPort('/call')
  const heard: Reply[] = []
  port.listen((reply) => heard.push(reply))
  const call = (id: number) => port.post({ type: 'call', id, name: 'text.trim', input: {} })
  const done = (nth: number) => {
    const { frame, answer } = sent[nth] ?? {}
    answer?.(new Response(`${JSON.stringify({ type: 'done', id: frame?.id, output: null })}\n`))
  }
  const turn = () => new Promise(setImmediate)
  return { sent, heard, port, call, done, turn, ids: () => sent.map(({ frame }) => frame.id) }
}

test('no more than four calls are under way, so that there is a connection to cancel them', async () => {
  const { call, done, ids, heard } = open()
  for (const id of [1, 2, 3, 4, 5, 6]) call(id)
  expect(ids()).toEqual([1, 2, 3, 4])
  done(1)
  await vi.waitFor(() => expect(ids()).toEqual([1, 2, 3, 4, 5]))
  expect(heard).toEqual([{ type: 'done', id: 2, output: null }])
})
test('a call that still waits is cancelled without the host', () => {
  const { call, port, ids, heard } = open()
  for (const id of [1, 2, 3, 4, 5]) call(id)
  port.post({ type: 'cancel', id: 5 })
  expect(heard).toEqual([{ type: 'failed', id: 5, fault: { code: 'cancelled' } }])
  expect(ids()).toEqual([1, 2, 3, 4])
})
test('a call is cancelled by its own name, which no other page has, once the host knows it', async () => {
  const { call, port, sent, turn } = open()
  call(1)
  port.post({ type: 'cancel', id: 1 })
  await turn()
  expect(sent).toHaveLength(1)
  sent[0]?.answer(new Response(new ReadableStream()))
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]?.frame).toEqual({ type: 'cancel', id: 1 })
  expect(sent[1]?.key).toBe(sent[0]?.key)
  expect(sent[0]?.key).toMatch(/^[0-9a-f]{8}-.{27}-1$/)
  const other = open()
  other.call(1)
  expect(other.sent[0]?.key).not.toBe(sent[0]?.key)
})
test('a call that has ended is not cancelled any more', async () => {
  const { call, done, port, sent, heard, turn } = open()
  call(1)
  port.post({ type: 'cancel', id: 1 })
  done(0)
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  port.post({ type: 'cancel', id: 1 })
  await turn()
  expect(sent.length).toBeLessThanOrEqual(2)
  expect(heard).toEqual([{ type: 'done', id: 1, output: null }])
})
test.each([
  [401, { code: 'host-gone' }],
  [403, { code: 'host-gone' }],
  [421, { code: 'host-gone' }],
  [413, { code: 'bad-request', operation: 'text.trim', detail: 'HTTP 413' }],
  [500, { code: 'engine-gone' }],
])('a call that is refused with %i fails with %o', async (status, fault) => {
  const { call, sent, heard } = open()
  call(1)
  sent[0]?.answer(new Response(null, { status }))
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'failed', id: 1, fault }]))
})
