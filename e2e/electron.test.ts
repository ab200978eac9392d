import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planStart } from '../build/start-plan.ts'
import { findRuntime } from '../build/start-runtime.ts'
import { isStale } from '../build/start-stamp.ts'

const root = path.join(import.meta.dirname, '..')
const runtime = findRuntime(root, process.env)

/** Why the window cannot be opened here; undefined when it can. */
function whyNot(): string | undefined {
  if (!runtime)
    return 'no Electron runtime is installed (node_modules/electron/dist): run npx install-electron'
  const plan = planStart({
    words: [],
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
  })
  if (plan.way === 'web') return plan.because
  return isStale(root) ? 'out/ is not built from these sources: run npm run build' : undefined
}
const reason = whyNot()
if (reason) console.warn(`e2e/electron: skipped — ${reason}`)

describe.skipIf(reason !== undefined)('the window on Electron', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'kepuri-electron-'))
  let app: ElectronApplication | undefined
  beforeAll(async () => {
    app = await _electron.launch({
      executablePath: runtime ?? '',
      args: [root],
      env: { ...process.env, KEPURI_DATA_DIR: data },
    })
  })
  afterAll(async () => {
    await app?.close()
    rmSync(data, { recursive: true, force: true })
  })
  const open = async () => {
    if (!app) throw new Error('not launched')
    return app.firstWindow()
  }

  test('shows its page from its own scheme, sandboxed', async () => {
    const page = await open()
    await page.locator('#window > *').first().waitFor()
    expect(page.url()).toMatch(/^kepuri:\/\/window\//)
    expect(await page.title()).toContain('科普日报送助手')
    expect(await page.evaluate('typeof require + typeof process + typeof kepuri.post')).toBe(
      'undefinedundefinedfunction',
    )
  })
  test('calls the engine in its process', async () => {
    const page = await open()
    const answer = await page.evaluate(`new Promise((resolve) => {
      kepuri.onReply((reply) => reply.id === 1e6 && resolve(reply))
      kepuri.post({ type: 'call', id: 1e6, name: 'notice.list', input: {} })
    })`)
    expect(answer).toMatchObject({ type: 'done', id: 1e6 })
  })
  test('has its policy as a header, and Chromium keeps to itself', async () => {
    const page = await open()
    const policy = await page.evaluate(
      `fetch('kepuri://window/index.html').then(({ headers }) => headers.get('content-security-policy'))`,
    )
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    const quiet = await app?.evaluate(async ({ session, net }) => ({
      spells: session.defaultSession.isSpellCheckerEnabled(),
      proxy: await session.defaultSession.resolveProxy('https://example.com/'),
      fetched: await net.fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      ),
    }))
    expect(quiet).toEqual({ spells: false, proxy: 'DIRECT', fetched: 'refused' })
  })
  test('loads nothing from elsewhere and goes nowhere', async () => {
    const page = await open()
    const fetched = await page.evaluate(`fetch('https://example.com/').then(() => 'loaded', () => 'refused')`)
    expect(fetched).toBe('refused')
    await page.evaluate(`void (location.href = 'https://example.com/')`)
    await page.waitForTimeout(300)
    expect(page.url()).toMatch(/^kepuri:\/\/window\//)
    expect(await page.evaluate(`window.open('https://example.com/') === null`)).toBe(true)
  })
})
