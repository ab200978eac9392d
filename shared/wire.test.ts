import { expect, test } from 'vitest'
import { conformanceContract, conformanceEngine, hostConforms } from './conformance.fixture.ts'
import { joinedPorts } from './joined-port.ts'
import { connect, type Reply, type Request, serve } from './wire.ts'

hostConforms('in process', async () => {
  const ports = joinedPorts<Request, Reply>()
  const reported: unknown[] = []
  serve(conformanceContract, conformanceEngine(), ports.far, (error) => `ref-${reported.push(error)}`)
  const client = connect(conformanceContract, ports.near)
  return { client, reported, cut: ports.close, close: async () => ports.close() }
})

test.each(['nothing.such', 'constructor', '__proto__', 'toString'])(
  'the name %s is no operation',
  async (name) => {
    const ports = joinedPorts<Request, Reply>()
    serve(conformanceContract, conformanceEngine(), ports.far, () => 'ref')
    const reply = await new Promise<Reply>((resolve) => {
      ports.near.listen(resolve)
      ports.near.post({ type: 'call', id: 1, name, input: {} })
    })
    expect(reply).toMatchObject({ type: 'failed', id: 1, fault: { code: 'bad-request' } })
  },
)

test('a closed port aborts what runs behind it', async () => {
  const ports = joinedPorts<Request, Reply>()
  const engine = conformanceEngine()
  serve(conformanceContract, engine, ports.far, () => 'ref')
  const client = connect(conformanceContract, ports.near)
  const call = client['work.run']({ steps: 1000, milliseconds: 20 }, { onProgress: () => ports.close() })
  await expect(call).rejects.toThrow('engine-gone')
  await expect(client['text.trim']({ text: 'late' })).rejects.toThrow('engine-gone')
  const context = { signal: new AbortController().signal, progress: () => undefined }
  await new Promise((resolve) => setTimeout(resolve, 100))
  const taken = await engine['work.taken']({}, context)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await engine['work.taken']({}, context)).toBe(taken)
})
