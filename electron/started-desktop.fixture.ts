import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { startDesktop } from './desktop.ts'
import { electronForTests } from './electron.fixture.ts'

/** A desktop with an empty page and a data folder of its own, started as often as a test wants with new substitutes. */
export function desktopForTests() {
  const root = mkdtempSync(path.join(tmpdir(), 'kepuri-desktop-'))
  const out = path.join(root, 'out')
  const data = path.join(root, 'data')
  beforeAll(() => {
    mkdirSync(path.join(out, 'window'), { recursive: true })
    writeFileSync(path.join(out, 'window', 'index.html'), '<p>')
    vi.stubEnv('KEPURI_DATA_DIR', data)
  })
  afterEach(() => {
    process.removeAllListeners('uncaughtException')
    process.removeAllListeners('unhandledRejection')
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(root, { recursive: true, force: true })
  })
  return {
    root,
    out,
    data,
    logged: () => readFileSync(path.join(data, 'logs', 'kepuri.log'), 'utf8'),
    async start() {
      const all = electronForTests(root)
      await startDesktop(all.electron, out)
      return all
    },
  }
}
