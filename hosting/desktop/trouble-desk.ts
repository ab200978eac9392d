import { type StartTrouble } from '../../shared/start-trouble.ts'
import type { ExportEnd } from '../../shared/desktop-bridge.ts'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import type { MessageBox } from './native-options.ts'
import { watchPage, type WatchedContents } from './page-watch.ts'
import {
  type TroubleAct,
  troubleAddress,
  type TroubleContent,
  troubleContent,
  type TroublePage,
} from './trouble-page.ts'
import {
  crashPage,
  diagnosticsNotices,
  lateTrouble,
  referenceText,
  startPage,
  troubleBox,
  unresponsive,
} from './wording.ts'

/** As much of the window as it needs. */
export interface TroubledWindow {
  readonly webContents: WatchedContents
  loadURL(address: string): Promise<void>
  isDestroyed(): boolean
}
export interface TroubleTools {
  readonly window: TroubledWindow
  /** What is wrong with the machine or the installation. */
  readonly check: () => readonly StartTrouble[]
  /** Asks over the window, until the signal; gives the number of the button. */
  readonly ask: (box: MessageBox, signal?: AbortSignal) => Promise<number>
  readonly exportDiagnostics: () => Promise<ExportEnd>
  readonly quit: () => void
  readonly report: (error: unknown) => string
}
export interface TroubleDesk {
  /** Shows the window's page, or first what is wrong with the machine. */
  start(): void
  /** Tells of what was found out after the window had opened. */
  tell(troubles: readonly StartTrouble[]): void
  /** The engine's process has ended; where it does so again and again, the clerk is told once. */
  engineDied(): void
  /** The page has said something. */
  heard(): void
  /** What stands at the trouble page's address. */
  content(): TroubleContent | undefined
  /** Whether the trouble page is what the window shows. */
  shown(): boolean
  end(): void
}

const pageAddress = 'kepuri://window/index.html'
/** So many deaths in so short a time are no accident of one file. */
const mostDeaths = 4
const withinMs = 60_000

/** What the window shows, and what is asked over it, where something is wrong with the page, the engine or the machine. */
export function openTroubleDesk(tools: TroubleTools): TroubleDesk {
  const { window, check, ask, exportDiagnostics, quit, report } = tools
  let page: TroublePage | undefined
  let deaths: number[] = []
  let told = false

  // How it ends is heard as an event.
  const load = (address: string) => {
    if (!window.isDestroyed()) void window.loadURL(address).catch(() => undefined)
  }
  const showPage = () => {
    page = undefined
    watch.begin()
    load(pageAddress)
  }
  const show = (next: TroublePage) => {
    page = next
    watch.troubled()
    load(troubleAddress)
  }
  const start = () => {
    const troubles = check()
    if (troubles.length === 0) return showPage()
    show(startPage(troubles, report(new Error(`start: ${JSON.stringify(troubles)}`))))
  }
  const diagnostics = async () => {
    const end = await exportDiagnostics()
    if (typeof end === 'object') await ask(diagnosticsNotices.failed(faultSentence(end.fault)))
  }
  const act = async (wanted: TroubleAct) => {
    if (wanted === 'reopen') showPage()
    else if (wanted === 'recheck') start()
    else if (wanted === 'quit') quit()
    else await diagnostics()
  }
  const acting = (wanted: TroubleAct) => void act(wanted).catch(report)
  const asked = async (next: TroublePage, run: (act: TroubleAct) => Promise<void>): Promise<void> => {
    const chosen = next.acts[await ask(troubleBox(next))]?.[0]
    if (chosen === undefined) return
    await run(chosen)
    // A file that was written solves nothing yet.
    if (chosen === 'diagnostics' && !window.isDestroyed()) await asked(next, run)
  }
  const watch = watchPage({
    contents: window.webContents,
    load: () => load(pageAddress),
    showTrouble: (end, reference) => show(crashPage(end, reference)),
    lastResort: (end, reference) => void asked(crashPage(end, reference), act).catch(report),
    act: acting,
    askToEnd: async (answers) => (await ask(unresponsive, answers)) === 1,
    report,
  })
  /** Over the page that is there: nothing is loaded in its place. */
  const tell = (troubles: readonly StartTrouble[]) => {
    const reference = report(new Error(`found: ${JSON.stringify(troubles)}`))
    const telling = async () => {
      for (const trouble of troubles)
        await asked(lateTrouble(trouble, reference), async (chosen) =>
          chosen === 'diagnostics' ? diagnostics() : undefined,
        )
    }
    void telling().catch(report)
  }
  return {
    start,
    tell,
    engineDied() {
      const now = performance.now()
      deaths = [...deaths.filter((one) => now - one < withinMs), now]
      if (deaths.length < mostDeaths || told) return
      told = true
      tell([{ code: 'engine-failing' }])
    },
    heard: watch.heard,
    content: () => page && troubleContent(page, referenceText),
    shown: () => page !== undefined,
    end: watch.end,
  }
}
