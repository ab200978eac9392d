import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type * as Electron from 'electron'
import { dataDir } from '../hosting/data-dir.ts'
import { startEngineProcess } from '../hosting/engine-process.ts'
import { engineEnvironment, engineProgram } from '../hosting/engine-program.ts'
import { writeDiagnostics } from '../hosting/diagnostics/write-diagnostics.ts'
import { createFileLog, type FileLog } from '../hosting/file-log.ts'
import { findInstallation } from '../hosting/installation.ts'
import { contract } from '../shared/contract.ts'
import { openAppWindow } from './app-window.ts'
import { channels } from './channels.ts'
import { guardClose } from './close-guard.ts'
import { deskServices } from './desk-services.ts'
import { jsonFile } from './json-file.ts'
import { shutSession } from './lockdown.ts'
import { menuTemplate } from './menu.ts'
import { becomeOnlyApp } from './only-app.ts'
import { createOutFolder, Settings } from './out-folder.ts'
import { openDesk } from './page-desk.ts'
import { servePage } from './page-line.ts'
import { createPageSave } from './page-save.ts'
import { paperPrinter } from './paper-printer.ts'
import { printDialog } from './print-dialog.ts'
import { countCalls } from './running-calls.ts'
import { answerScheme, scheme } from './scheme.ts'
import { becomeOnlyInstance } from './single-instance.ts'
import { utilityEngine } from './utility-engine.ts'
import { listWindowFiles } from './window-files.ts'
import { WindowState } from './window-state.ts'
import { appName } from './wording.ts'

/** Where things lie. */
interface Place {
  readonly out: string
  readonly folder: string
  readonly userData: string
  readonly log: FileLog
}

/**
 * The desktop: one window, one engine process, and the little that lies between them.
 *
 * @param electron the module, handed in so that all of this can be run with a substitute
 * @param out the folder of everything that was built
 */
export async function startDesktop(electron: typeof Electron, out: string): Promise<void> {
  const { app, protocol } = electron
  const folder = dataDir(process.env, process.platform)
  const log = createFileLog(folder, () => new Date())
  const place: Place = { out, folder, userData: path.join(folder, 'desktop'), log }
  let window: Electron.BrowserWindow | undefined

  // All of this has to be said before Electron is ready.
  app.setName(appName)
  app.setAppUserModelId('kepuri-packager')
  // Electron takes no folder that is not there.
  mkdirSync(place.userData, { recursive: true })
  app.setPath('userData', place.userData)
  app.enableSandbox()
  // The app works on machines without internet and opens no connection on others: no name is ever looked up.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  protocol.registerSchemesAsPrivileged([scheme])
  if (!becomeOnlyInstance(app, () => window)) return

  process.on('uncaughtException', log.report)
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  const release = await becomeOnlyApp(folder, {
    tell: (message) => electron.dialog.showMessageBox(message),
    report: log.report,
  })
  if (!release) return app.quit()
  window = openDesktop(electron, place, release)
  window.on('closed', () => (window = undefined))
}

function openDesktop(
  electron: typeof Electron,
  { out, folder, userData, log }: Place,
  release: () => Promise<void>,
): Electron.BrowserWindow {
  const { app, clipboard, dialog, session, shell } = electron
  let window: Electron.BrowserWindow | undefined
  const refused = (what: string) => log.log({ level: 'warn', event: 'refused', data: { what } })
  const installation = findInstallation(import.meta.url)
  const { version } = installation
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
    onDeath: (how) => log.log({ level: 'error', event: 'engine-died', data: how }),
  })
  const { engine, running } = countCalls(engineProcess.engine, ['package.build', 'project.build'])
  const page = servePage(
    contract,
    engine,
    (reply) => window?.webContents.send(channels.reply, reply),
    log.report,
  )

  shutSession(session.defaultSession, refused)
  const files = listWindowFiles(path.join(out, 'window'))
  electron.protocol.handle(scheme.scheme, (request) =>
    answerScheme(request, { files, locate: (id) => engineProcess.locate(id) }),
  )
  const settings = jsonFile(path.join(userData, 'settings.json'), Settings)
  window = openAppWindow({
    create: (options) => new electron.BrowserWindow(options),
    out,
    state: jsonFile(path.join(userData, 'window.json'), WindowState),
    areas: displayAreas(electron.screen),
    onRefused: refused,
    onPageGone: () => page.renew(),
  })
  const own = window
  own.on('closed', () => {
    window = undefined
    // A paper that is just being printed has a window too, which nobody sees or could close.
    app.quit()
  })
  const pageSave = createPageSave((turn) => own.webContents.send(channels.closing, turn))
  guardClose(own, {
    busy: () => running() > 0,
    // A page that has crashed answers nobody.
    save: async () => (own.webContents.isCrashed() ? undefined : pageSave.save()),
    ask: async (question) => (await dialog.showMessageBox(own, question)).response === 1,
    askAtOnce: (question) => dialog.showMessageBoxSync(own, question) === 1,
  })
  openDesk(electron.ipcMain, {
    own: () => window?.webContents,
    onRefused: (channel, why) => refused(`${channel} ${why}`),
    services: {
      frame: page.deliver,
      saved: pageSave.saved,
      ...deskServices({
        claim: engineProcess.claim,
        locate: engineProcess.locate,
        outFolder: createOutFolder(settings, app.getPath('documents'), engineProcess.claim),
        showOpen: (options) => dialog.showOpenDialog(own, options),
        showSave: (options) => dialog.showSaveDialog(own, options),
        showInFolder: (file) => shell.showItemInFolder(file),
        diagnose: (file) => writeDiagnostics(file, { installation, dataDir: folder, now: new Date() }),
        now: () => new Date(),
        report: log.report,
        writeText: (text) => clipboard.writeText(text),
        print: printDialog(() => own.webContents),
      }),
    },
  })
  const menu = menuTemplate(
    {
      about: () =>
        void dialog.showMessageBox(own, {
          type: 'info',
          title: '关于',
          message: appName,
          detail: `版本 ${version}`,
          buttons: ['好'],
        }),
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
  return own
}

function displayAreas(screen: Electron.Screen): readonly Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map(({ workArea }) => workArea)
}
