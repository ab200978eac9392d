import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { describe, expect, test, vi } from 'vitest'
import { chromiumPrinter } from './chromium-printer.ts'
import { findChromium } from './find-chromium.ts'
import { paperDesk, twoSheets } from './paper.fixture.ts'

const desk = paperDesk()
const never = new AbortController().signal
const chromium = findChromium(process.env, process.platform)
if (!chromium) console.warn('hosting/chromium-printer: no Chromium here, so none was tried')

/** What has ended but was not asked about by its new parent (`Z`) does nothing any more. */
const isAlive = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return /^[^Z\s]/.test(stdout)
}
const thingsOf = (pdf: string, program: string, ...words: string[]): string | undefined => {
  try {
    return execFileSync(program, [...words, pdf, ...(program === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

describe.skipIf(!chromium)('a real Chromium', () => {
  const print = chromiumPrinter(chromium ?? '')

  test('prints the sheets as they are, from a path that an address spells otherwise, and leaves no profile', async () => {
    const pdf = desk.file('报送核对单.pdf')
    await print(await desk.page(twoSheets()), pdf, never)
    expect(await readFile(pdf, 'latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/)
    const info = thingsOf(pdf, 'pdfinfo')
    if (info !== undefined) {
      expect(info).toMatch(/^Pages: +2$/m)
      expect(info).toMatch(/^Page size: .*A4/m)
      // No header, no footer: neither the date nor the address.
      expect(thingsOf(pdf, 'pdftotext')?.split(/\s+/).filter(Boolean)).toEqual([
        '报送核对单',
        '第一张',
        '第二张',
      ])
    }
    expect(await desk.leftovers()).toEqual([])
  })
  test('runs no script of the page and asks nobody for anything, not even this machine', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const wants = ['127.0.0.1', 'localhost'].map((host) => `<img src="http://${host}:${port}/${host}">`)
    const page = await desk.page(twoSheets(`${wants.join('')}<script>document.body.append('脚本')</script>`))
    const pdf = desk.file('报送核对单.pdf')
    await print(page, pdf, never)
    server.close()
    expect(asked).toEqual([])
    expect(thingsOf(pdf, 'pdftotext') ?? '').not.toContain('脚本')
  })
  test('is killed at the limit, also before it has begun anything', async () => {
    const pdf = desk.file('报送核对单.pdf')
    const hasty = chromiumPrinter(chromium ?? '', { limit: () => 1 })
    await expect(hasty(await desk.page(twoSheets()), pdf, never)).rejects.toThrow('longer than 1 ms')
    expect(await desk.leftovers()).toEqual([])
  })
  test('that is aborted leaves neither PDF nor profile nor process', async () => {
    const stop = new AbortController()
    const pdf = desk.file('报送核对单.pdf')
    const printing = expect(print(await desk.page(twoSheets()), pdf, stop.signal)).rejects.toThrow('aborted')
    // Its profile comes into being: it is at work.
    await vi.waitFor(async () => {
      const [profile = ''] = await desk.leftovers()
      await stat(`${tmpdir()}/${profile}/Local State`)
    }, 20_000)
    stop.abort()
    await printing
    expect(await desk.leftovers()).toEqual([])
    await expect(stat(pdf)).rejects.toThrow('ENOENT')
    if (process.platform === 'win32') return
    await vi.waitFor(() =>
      expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain(desk.file('')),
    )
  })
  test.skipIf(process.platform !== 'linux')(
    'prints where temporary files lie deeper than a socket may',
    async () => {
      const deep = `${tmpdir()}/${'深'.repeat(30)}`
      await mkdir(deep)
      process.env['TMPDIR'] = deep
      const pdf = desk.file('报送核对单.pdf')
      await print(await desk.page(twoSheets()), pdf, never)
      expect(await readFile(pdf, 'latin1')).toMatch(/%%EOF\s*$/)
    },
  )
  test('that finds no page fails', async () => {
    const pdf = desk.file('没有.pdf')
    const printing = print(desk.file('没有.html'), pdf, never)
    // Some versions print their own page of errors instead.
    await printing.catch((error: unknown) => expect(String(error)).toContain('browser ended'))
    expect(await desk.leftovers()).toEqual([])
  })
})

// Scripts are programs only where a first line says by what they are run.
describe.skipIf(process.platform === 'win32')('a browser', () => {
  const hangs = `
    const { spawn } = require('node:child_process')
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const { renameSync, writeFileSync } = require('node:fs')
    const pids = value('--print-to-pdf') + '.pids'
    // Whole when it is seen.
    writeFileSync(pids + '.new', process.pid + ' ' + other.pid)
    renameSync(pids + '.new', pids)
    process.on('SIGTERM', () => {})
    setInterval(() => {}, 1000)`
  const endsAtOnce = `
    import { existsSync } from 'node:fs'
    const [printer, program, page, pdf] = process.argv.slice(1)
    const { chromiumPrinter } = await import(printer)
    void chromiumPrinter(program)(page, pdf, new AbortController().signal)
    setInterval(() => existsSync(pdf + '.pids') && process.exit(130), 20)`
  const pidsOf = async (pdf: string) => (await readFile(`${pdf}.pids`, 'utf8')).split(' ').map(Number)

  test('that hangs is killed at the limit, with all that it has started', async () => {
    const pdf = desk.file('报送核对单.pdf')
    const print = chromiumPrinter(await desk.program(hangs), { limit: () => 1500 })
    await expect(print(await desk.page(''), pdf, never)).rejects.toThrow('longer than 1500 ms')
    const pids = await pidsOf(pdf)
    expect(pids).toHaveLength(2)
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]))
    expect(await desk.leftovers()).toEqual([])
  })
  test('that is aborted is killed with all that it has started', async () => {
    const pdf = desk.file('报送核对单.pdf')
    const stop = new AbortController()
    const print = chromiumPrinter(await desk.program(hangs))
    const printing = expect(print(await desk.page(''), pdf, stop.signal)).rejects.toThrow('aborted')
    const pids = await vi.waitFor(() => pidsOf(pdf), 20_000)
    stop.abort()
    await printing
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]))
    expect(await desk.leftovers()).toEqual([])
  })
  test('that has written its PDF and does not end is ended, and the PDF counts', async () => {
    const pdf = desk.file('报送核对单.pdf')
    const script = `require('node:fs').writeFileSync(value('--print-to-pdf'), '%PDF-1.4 %%EOF'); setInterval(() => {}, 1000)`
    await chromiumPrinter(await desk.program(script), { graceMs: 100 })(await desk.page(''), pdf, never)
    expect(await readFile(pdf, 'utf8')).toBe('%PDF-1.4 %%EOF')
  })
  test('has a limit that goes by the size of the page', async () => {
    const asked: number[] = []
    const limit = (bytes: number) => asked.push(bytes) * 60_000
    const print = chromiumPrinter(await desk.program('process.exit(1)'), { limit })
    await expect(print(await desk.page('x'.repeat(12_345)), desk.file('x.pdf'), never)).rejects.toThrow()
    expect(asked).toEqual([12_345])
  })
  test('that crashes leaves nothing running that it has started', async () => {
    const pdf = desk.file('报送核对单.pdf')
    const script = hangs.replace(/process\.on[^]*/, 'process.exit(7)')
    const print = chromiumPrinter(await desk.program(script))
    await expect(print(await desk.page(''), pdf, never)).rejects.toThrow('ended with 7')
    const pids = await pidsOf(pdf)
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]))
  })
  test('does not outlive a program that ends without waiting for it', async () => {
    const pdf = desk.file('报送核对单.pdf')
    const words = [await desk.program(hangs), await desk.page(''), pdf]
    const { status } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        endsAtOnce,
        '--',
        new URL('chromium-printer.ts', import.meta.url).href,
        ...words,
      ],
      { stdio: 'ignore' },
    )
    expect(status).toBe(130)
    const pids = await pidsOf(pdf)
    expect(pids).toHaveLength(2)
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]))
  })
  test.each([
    [
      'fails',
      `console.error('x'.repeat(5000) + '没有屏幕'); process.exit(21)`,
      /ended with 21: x{1,600}没有屏幕$/,
    ],
    ['ends without a PDF', '', /ended with 0: $/],
    [
      'fails, though its PDF looks whole',
      `require('node:fs').writeFileSync(value('--print-to-pdf'), '%PDF-1.4 %%EOF'); process.exit(21)`,
      /ended with 21: $/,
    ],
    [
      'cuts its PDF short',
      `require('node:fs').writeFileSync(value('--print-to-pdf'), '%PDF-1.4')`,
      /ended with 0/,
    ],
  ])('that %s is a failure, told in few words', async (_, script, reason) => {
    const print = chromiumPrinter(await desk.program(script))
    const failed = await print(await desk.page(''), desk.file('x.pdf'), never).catch(
      (error: Error) => error.message,
    )
    expect(failed).toMatch(reason)
    expect(failed?.length).toBeLessThan(700)
    expect(await desk.leftovers()).toEqual([])
  })
  test('that cannot be run is a failure', async () => {
    const print = chromiumPrinter(desk.file('没有这个程序'))
    await expect(print(await desk.page(''), desk.file('x.pdf'), never)).rejects.toThrow('ENOENT')
    expect(await desk.leftovers()).toEqual([])
  })
  test('is not even started for what was aborted before', async () => {
    const print = chromiumPrinter(await desk.program(hangs))
    await expect(print(await desk.page(''), desk.file('x.pdf'), AbortSignal.abort())).rejects.toThrow(
      'aborted',
    )
    expect(await desk.leftovers()).toEqual([])
  })
})
