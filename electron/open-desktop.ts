import { randomUUID } from 'node:crypto'
import { release as systemRelease } from 'node:os'
import path from 'node:path'
import type * as Electron from 'electron'
import { deskServices } from '../hosting/desktop/desk-services.ts'
import { jsonFile } from '../hosting/desktop/json-file.ts'
import { guardClose } from '../hosting/desktop/close-guard.ts'
import { channels } from '../hosting/desktop/channels.ts'
import { menuTemplate } from '../hosting/desktop/menu.ts'
import { createOutFolder, Settings } from '../hosting/desktop/out-folder.ts'
import { openDesk } from '../hosting/desktop/page-desk.ts'
import { servePage } from '../hosting/desktop/page-line.ts'
import { createPageSave } from '../hosting/desktop/page-save.ts'
import { paperPrinter } from '../hosting/desktop/paper-printer.ts'
import { printDialog } from '../hosting/desktop/print-dialog.ts'
import { projectInbox } from '../hosting/desktop/project-files.ts'
import { countCalls } from '../hosting/desktop/running-calls.ts'
import { answerScheme, scheme } from '../hosting/desktop/scheme.ts'
import { taskbarOf } from '../hosting/desktop/taskbar.ts'
import { openTroubleDesk } from '../hosting/desktop/trouble-desk.ts'
import { listWindowFiles } from '../hosting/desktop/window-files.ts'
import { WindowState } from '../hosting/desktop/window-state.ts'
import { aboutBox, appName } from '../hosting/desktop/wording.ts'
import { writeDiagnostics } from '../hosting/diagnostics/write-diagnostics.ts'
import { startEngineProcess } from '../hosting/engine-process.ts'
import { engineEnvironment, engineProgram } from '../hosting/engine-program.ts'
import type { FileLog } from '../hosting/file-log.ts'
import { findInstallation } from '../hosting/installation.ts'
import { checkStart } from '../hosting/start-checks.ts'
import { contract } from '../shared/contract.ts'
import { openAppWindow } from './app-window.ts'
import { utilityEngine } from './utility-engine.ts'

/** Where things lie, and what was begun before the window. */
interface Place {
  /** The folder of everything that was built. */
  readonly out: string
  /** The data folder. */
  readonly folder: string
  readonly userData: string
  readonly log: FileLog
  readonly refused: (what: string) => void
  /** Lets go of the data folder. */
  readonly release: () => Promise<void>
}
export interface Desktop {
  readonly window: Electron.BrowserWindow
  /** Hands project files to the page. */
  openProjects(files: readonly string[]): void
}

/**
 * The desktop: one window, one engine process, and the lines between them. May not: decide anything; each part that does
 * stands in hosting/desktop/ and is handed what it needs of Electron here.
 */
export function openDesktop(electron: typeof Electron, place: Place): Desktop {
  const { app, clipboard, dialog, session, shell } = electron
  const { out, folder, userData, log, refused, release } = place
  const installation = findInstallation(import.meta.url)
  const { version } = installation
  const machine = { system: systemRelease(), arch: process.arch, emulated: app.runningUnderARM64Translation }
  log.log({ level: 'info', event: 'desktop-started', data: { version, ...machine } })
  const window: Electron.BrowserWindow = openAppWindow({
    create: (options) => new electron.BrowserWindow(options),
    out,
    state: jsonFile(path.join(userData, 'window.json'), WindowState),
    areas: displayAreas(electron.screen),
    onPageGone: () => {
      page.renew()
      inbox.gone()
      if (!window.isDestroyed()) taskbar.show(undefined)
    },
  })
  const send = (channel: string, words: unknown) => {
    if (!window.isDestroyed()) window.webContents.send(channel, words)
  }

  const engineProcess = startEngineProcess(contract, {
    fork: () =>
      utilityEngine(
        electron.utilityProcess.fork(engineProgram, [], {
          serviceName: `${appName} 引擎`,
          env: engineEnvironment(folder, { prints: true }),
        }),
      ),
    newId: () => randomUUID(),
    printPdf: paperPrinter({
      create: (options) => new electron.BrowserWindow(options),
      sessionOf: (partition) => session.fromPartition(partition),
      onRefused: refused,
    }),
    onDeath: (how) => {
      log.log({ level: 'error', event: 'engine-died', data: how })
      troubles.engineDied()
    },
    onTroubles: (found) => troubles.tell(found),
  })
  const taskbar = taskbarOf(window)
  const packing = ['package.build', 'project.build'] as const
  const { engine, running } = countCalls(engineProcess.engine, packing, () => {
    if (!window.isDestroyed()) taskbar.callOut()
  })
  const page = servePage(contract, engine, (reply) => send(channels.reply, reply), log.report)
  const inbox = projectInbox(engineProcess.claim, (claim) => send(channels.openProject, claim))
  const settings = jsonFile(path.join(userData, 'settings.json'), Settings)
  const services = deskServices({
    claim: engineProcess.claim,
    locate: engineProcess.locate,
    outFolder: createOutFolder(settings, app.getPath('documents'), engineProcess.claim),
    showOpen: (options) => dialog.showOpenDialog(window, options),
    showSave: (options) => dialog.showSaveDialog(window, options),
    showInFolder: (file) => shell.showItemInFolder(file),
    openFile: (file) => shell.openPath(file),
    openAddress: (address) => shell.openExternal(address),
    diagnose: (file) => writeDiagnostics(file, { installation, dataDir: folder, now: new Date() }),
    now: () => new Date(),
    report: log.report,
    writeText: (text) => clipboard.writeText(text),
    print: printDialog(() => window.webContents),
  })
  const troubles = openTroubleDesk({
    window,
    check: () =>
      checkStart({
        installation,
        dataDir: folder,
        platform: process.platform,
        release: systemRelease(),
        program: process.execPath,
        environment: process.env,
      }),
    ask: async (box, signal) =>
      (await dialog.showMessageBox(window, { ...box, ...(signal && { signal }) })).response,
    exportDiagnostics: services.exportDiagnostics,
    quit: () => app.quit(),
    report: log.report,
  })

  const files = listWindowFiles(path.join(out, 'window'))
  electron.protocol.handle(scheme.scheme, (request) =>
    answerScheme(request, { files, locate: (id) => engineProcess.locate(id), trouble: troubles.content }),
  )
  const pageSave = createPageSave((turn) => send(channels.closing, turn))
  guardClose(window, {
    busy: () => running() > 0,
    // A page that has crashed answers nobody.
    save: async () => (window.webContents.isCrashed() || troubles.shown() ? undefined : pageSave.save()),
    ask: async (question) => (await dialog.showMessageBox(window, question)).response === 1,
    askAtOnce: (question) => dialog.showMessageBoxSync(window, question) === 1,
  })
  openDesk(electron.ipcMain, {
    own: () => (window.isDestroyed() ? undefined : window.webContents),
    onRefused: (channel, why) => refused(`${channel} ${why}`),
    services: {
      ...services,
      frame(frame) {
        troubles.heard()
        page.deliver(frame)
      },
      saved: pageSave.saved,
      showProgress(progress) {
        troubles.heard()
        taskbar.show(progress)
      },
      hearing: inbox.hearing,
    },
  })
  const menu = menuTemplate(
    {
      about: () => void dialog.showMessageBox(window, aboutBox(version)),
      openLogs: () => void shell.openPath(path.dirname(log.file)),
    },
    { developing: !app.isPackaged },
  )
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menu))

  let ended = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    const close = engineProcess.close().then(release)
    void close.catch(log.report).then(() => {
      ended = true
      app.quit()
    })
  })
  window.on('closed', () => {
    troubles.end()
    // A paper that is just being printed has a window too, which nobody sees or could close.
    app.quit()
  })
  troubles.start()
  return { window, openProjects: inbox.open }
}

function displayAreas(screen: Electron.Screen): readonly Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map(({ workArea }) => workArea)
}
