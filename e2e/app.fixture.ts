import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../build/chromium.ts'

/** What `kepuri serve --json` says. */
export interface Launched {
  readonly address: string
  readonly port: number
  readonly pid: number
}

/** The real app: `kepuri serve` on folders of its own, and a browser. */
export interface RunningApp {
  readonly launched: Launched
  /** Of the web host, whose child is the engine. */
  readonly process: ChildProcess
  readonly dataDir: string
  readonly out: string
  /** Process ids of the engine that lives at the moment. */
  engines(): Promise<number[]>
  stop(): Promise<void>
}

const program = path.join(import.meta.dirname, '..', 'out', 'cli', 'kepuri.js')

/** Starts the app; the folders stay where they are given, so that it can be started on them again. */
export async function startApp(given?: {
  readonly dataDir: string
  readonly out: string
}): Promise<RunningApp> {
  const folder = given ? undefined : await mkdtemp(path.join(tmpdir(), '科普 e2e '))
  const dataDir = given?.dataDir ?? path.join(folder ?? '', 'data')
  const out = given?.out ?? path.join(folder ?? '', '输出')
  const child = spawn(process.execPath, [program, 'serve', '--no-open', '--json', '--out', out], {
    env: { ...process.env, XDG_DATA_HOME: dataDir, LOCALAPPDATA: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const launched = await firstDocument(child)
  return {
    launched,
    process: child,
    dataDir,
    out,
    engines: () => childrenOf(launched.pid),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      if (folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

function firstDocument(child: ChildProcess): Promise<Launched> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString('utf8')
      try {
        resolve(JSON.parse(text) as Launched)
      } catch {
        // The document is not whole yet.
      }
    })
    child.once('exit', (code) => reject(new Error(`kepuri serve ended with ${code}`)))
  })
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text.split(' ').filter(Boolean).map(Number)
}

let browser: Promise<Browser> | undefined

/** One browser for all tests of a file; each gets a profile of its own. */
export function openBrowser(): Promise<Browser> {
  return (browser ??= chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }))
}
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** A window of the app. Errors in its console fail the test that calls `quiet`. */
export async function openWindow(
  app: RunningApp,
  options: {
    readonly width?: number
    readonly height?: number
    readonly context?: BrowserContext
    /** Called with the empty page. */
    readonly beforeLoad?: (page: Page) => Promise<unknown>
  } = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const { width = 1366, height = 768 } = options
  const context =
    options.context ??
    (await (
      await openBrowser()
    ).newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    }))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await options.beforeLoad?.(page)
  await page.goto(app.launched.address)
  return { page, context, complaints }
}
