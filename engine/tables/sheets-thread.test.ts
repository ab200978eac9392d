import { execFile } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readTablesApart } from './read-tables-apart.ts'
import { sheetsThread } from './sheets-thread.ts'
import { workbookOf } from './tables.fixture.ts'

const small = workbookOf([['a']])
const large = workbookOf(Array.from({ length: 19_000 }, (_, index) => [`活动${index}`, '沈阳', '联系人']))
const damaged = () => readFile(new URL('../fixtures/tables/damaged.xls', import.meta.url))
const never = new AbortController().signal
const tableOf = {
  ok: true,
  tables: [{ sheet: '表', hidden: false, epoch: 1900, lines: [{ row: 1, cells: ['a'] }] }],
}

describe('the thread that reads tables', () => {
  it('is kept for the next file, so that fifty files take not much longer than one', async () => {
    const thread = sheetsThread()
    let begun = 0
    const count = () => (begun += 1)
    subscribe('worker_threads', count)
    for (let file = 0; file < 20; file += 1)
      expect(await readTablesApart(small, 'excel', never, thread)).toEqual(tableOf)
    unsubscribe('worker_threads', count)
    expect(begun).toBe(1)
  })

  it('is replaced after a file that took all its memory', async () => {
    const thread = sheetsThread({ memory: { maxOldGenerationSizeMb: 64 } })
    expect(await readTablesApart(await damaged(), 'excel', never, thread)).toEqual({
      ok: false,
      problem: { problem: 'damaged' },
    })
    expect(await readTablesApart(small, 'excel', never, thread)).toEqual(tableOf)
  })

  it('is replaced after a file that took too long', async () => {
    const thread = sheetsThread({ patience: 400 })
    const read = await readTablesApart(await damaged(), 'excel', never, thread)
    expect(read).toEqual({ ok: false, problem: { problem: 'damaged' } })
  })

  it('reads several files at the same time in threads of their own', async () => {
    const thread = sheetsThread()
    const all = await Promise.all([1, 2, 3].map(() => readTablesApart(small, 'excel', never, thread)))
    expect(all).toEqual([tableOf, tableOf, tableOf])
  })

  it('keeps no program from ending', async () => {
    const program =
      `const { sheetsThread } = await import(${JSON.stringify(new URL('./sheets-thread.ts', import.meta.url))})\n` +
      `const read = await sheetsThread().read({ of: 'tables', format: 'text', content: Buffer.from('a,b') })\n` +
      'console.log(read.ok)'
    const folder = await mkdtemp(path.join(tmpdir(), 'kepuri-thread-'))
    const file = path.join(folder, 'program.mjs')
    await writeFile(file, program)
    // A thread that did would be kept for twenty seconds, longer than a test may take.
    const { stdout } = await promisify(execFile)(process.execPath, [file])
    await rm(folder, { recursive: true })
    expect(stdout).toBe('true\n')
  })

  it('stops at once when nobody wants to know any more', async () => {
    const thread = sheetsThread()
    const controller = new AbortController()
    const reading = readTablesApart(large, 'excel', controller.signal, thread)
    setTimeout(() => controller.abort(new Error('cancelled')), 20)
    await expect(reading).rejects.toThrow('cancelled')
    await expect(readTablesApart(small, 'excel', controller.signal, thread)).rejects.toThrow('cancelled')
  })
})
