import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { PrintPdf } from '../engine/world.ts'
import type { Fault } from '../shared/faults.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import type { ToEngine } from './engine-messages.ts'
import { startEngineProcess } from './engine-process.ts'
import { engineEnvironment } from './engine-program.ts'
import { forkEngine } from './fork-engine.ts'
import { hostPrinter } from './host-printer.ts'
import { openPrintDesk } from './print-desk.ts'
import { printingContract } from './printing-contract.fixture.ts'

const page = path.resolve('/包/报送核对单.html')
const pdf = path.resolve('/包/报送核对单.pdf')
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

/** A real engine process before a host that prints so. */
function start(printPdf: PrintPdf | undefined, prints = printPdf !== undefined) {
  const program = path.join(import.meta.dirname, 'printing-engine.fixture.ts')
  const host = startEngineProcess(printingContract, {
    fork: () => forkEngine(program, [], engineEnvironment('/nowhere', { prints })),
    newId: randomUUID,
    printPdf,
    onDeath: () => undefined,
  })
  opened.push(host)
  const ports = joinedPorts<Request, Reply>()
  serve(printingContract, host.engine, ports.far, () => 'ref')
  return { host, client: connect(printingContract, ports.near) }
}
/** A printer that prints until it is told otherwise, and what it was told. */
function slowPrinter() {
  const asked: { page: string; pdf: string }[] = []
  const stopped: unknown[] = []
  const print: PrintPdf = (one, other, signal) => {
    asked.push({ page: one, pdf: other })
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => {
        stopped.push(signal.reason)
        reject(signal.reason as Error)
      }),
    )
  }
  return { asked, stopped, print }
}

describe('a page that the engine wants printed', () => {
  test('is printed by its host, several at a time', async () => {
    const printed: string[] = []
    const { client } = start(async (one, other) => void printed.push(`${one} → ${other}`))
    const second = path.resolve('/包/权属与授权声明')
    const both = [
      client['paper.print']({ page, pdf }),
      client['paper.print']({ page: `${second}.html`, pdf: `${second}.pdf` }),
    ]
    expect(await Promise.all(both)).toEqual([{ how: 'printed' }, { how: 'printed' }])
    expect(printed).toEqual([`${page} → ${pdf}`, `${second}.html → ${second}.pdf`])
  })
  test('that cannot be printed comes back with the reason', async () => {
    const { client } = start(() => Promise.reject(new Error('没有纸')))
    const failed = await client['paper.print']({ page, pdf }).catch((error: unknown) => error)
    expect((failed as Fault).data).toEqual({ code: 'not-found', path: 'Error: Error: 没有纸' })
  })
  test('is not asked of a host that does not print, though one of its own did', async () => {
    vi.stubEnv('KEPURI_HOST_PRINTS', '1')
    const { client } = start(undefined)
    vi.unstubAllEnvs()
    expect(await client['paper.print']({ page, pdf })).toEqual({ how: 'cannot' })
  })
  test('is refused where the host cannot print after all', async () => {
    const { client } = start(undefined, true)
    await expect(client['paper.print']({ page, pdf })).rejects.toThrow('not-found')
  })
  test('is stopped when its call is cancelled', async () => {
    const { asked, stopped, print } = slowPrinter()
    const { client } = start(print)
    const stop = new AbortController()
    const printing = expect(client['paper.print']({ page, pdf }, { signal: stop.signal })).rejects.toThrow(
      'cancelled',
    )
    await vi.waitFor(() => expect(asked).toEqual([{ page, pdf }]), 20_000)
    stop.abort()
    await printing
    await vi.waitFor(() => expect(stopped).toHaveLength(1))
  })
  test.each(['dies', 'is closed'])('is stopped when the process %s', async (how) => {
    const { asked, stopped, print } = slowPrinter()
    const { host, client } = start(print)
    const printing = client['paper.print']({ page, pdf }).catch((error: Fault) => error.data.code)
    await vi.waitFor(() => expect(asked).toHaveLength(1), 20_000)
    if (how === 'dies') process.kill(host.pid() ?? 0, 'SIGKILL')
    else await host.close()
    expect(await printing).toBe(how === 'dies' ? 'engine-gone' : 'cancelled')
    await vi.waitFor(() => expect(stopped).toHaveLength(1))
  })
})

describe('the desk prints nothing', () => {
  test.each([
    ['a page elsewhere', { page: path.resolve('/etc/报送核对单.html') }],
    ['a file that is no page', { page: path.resolve('/包/passwd') }],
    ['onto what is no PDF', { pdf: path.resolve('/包/报送核对单.zip') }],
    ['a relative path', { page: '报送核对单.html', pdf: '报送核对单.pdf' }],
    ['a path that is cut short', { page: `${path.resolve('/包')}${path.sep}a\0.html` }],
    ['no path at all', { pdf: 3 }],
    ['an address', { page: 'https://example.com/a.html', pdf: 'https://example.com/a.pdf' }],
  ])('for %s', (_, words) => {
    const print = vi.fn<PrintPdf>()
    const said: ToEngine[] = []
    const question = { type: 'print', question: 4, page, pdf, ...words } as never
    openPrintDesk(print, (message) => said.push(message)).hear(question)
    expect(print).not.toHaveBeenCalled()
    expect(said).toEqual([{ type: 'printed', question: 4, error: 'not a page of ours' }])
  })
})

describe('an engine whose call is aborted', () => {
  test('waits until the host has let go of the file', async () => {
    const said: string[] = []
    const printer = hostPrinter(({ type }) => said.push(type))
    const stop = new AbortController()
    let over = false
    const printing = printer.printPdf(page, pdf, stop.signal).catch(() => (over = true))
    stop.abort()
    await new Promise(setImmediate)
    expect([said, over]).toEqual([['print', 'stop-print'], false])
    printer.answered(1, 'AbortError')
    await printing
    expect(over).toBe(true)
  })
  test('does not wait for ever', async () => {
    vi.useFakeTimers()
    const stop = new AbortController()
    const printing = hostPrinter(() => undefined).printPdf(page, pdf, stop.signal)
    const ended = expect(printing).rejects.toThrow('aborted')
    stop.abort()
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    await ended
  })
})

test('a host that never answers is told to stop, and not waited for', async () => {
  const said: string[] = []
  const printer = hostPrinter(
    ({ type }) => said.push(type),
    () => 20,
  )
  await expect(printer.printPdf(page, pdf, new AbortController().signal)).rejects.toThrow('did not answer')
  expect(said).toEqual(['print', 'stop-print'])
})
