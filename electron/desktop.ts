import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type * as Electron from 'electron'
import { dataDir } from '../hosting/data-dir.ts'
import { shutContents, shutSession } from '../hosting/desktop/lockdown.ts'
import { becomeOnlyApp } from '../hosting/desktop/only-app.ts'
import { projectFilesIn } from '../hosting/desktop/project-files.ts'
import { quietResolver, quietSwitches } from '../hosting/desktop/quiet-switches.ts'
import { scheme } from '../hosting/desktop/scheme.ts'
import { becomeOnlyInstance } from '../hosting/desktop/single-instance.ts'
import { appName } from '../hosting/desktop/wording.ts'
import { createFileLog } from '../hosting/file-log.ts'
import { makeFolder } from '../hosting/make-folder.ts'
import { type Desktop, openDesktop } from './open-desktop.ts'

/**
 * Starts the desktop: says what must be said before Electron is ready, makes sure that there is only one, shuts every
 * session and every page in, and opens the window. May not: know what the window shows or what the page asks for.
 *
 * @param electron the module, handed in so that all of this can be run with a substitute
 * @param out the folder of everything that was built
 */
export async function startDesktop(electron: typeof Electron, out: string): Promise<void> {
  const { app, protocol, session } = electron
  const folder = dataDir(process.env, process.platform)
  const log = createFileLog(folder, () => new Date())
  const refused = (what: string) => log.log({ level: 'warn', event: 'refused', data: { what } })
  process.on('uncaughtException', log.report)
  process.on('unhandledRejection', log.report)

  app.setName(appName)
  // The installer's shortcuts bear the same: the taskbar puts the window under them.
  app.setAppUserModelId('cn.kepuri.packager')
  const userData = usable(path.join(folder, 'desktop'))
  app.setPath('userData', userData)
  app.enableSandbox()
  for (const [name, value] of quietSwitches) app.commandLine.appendSwitch(name, value)
  protocol.registerSchemesAsPrivileged([scheme])
  app.on('session-created', (created) => shutSession(created, refused))
  app.on('web-contents-created', (_event, contents) => shutContents(contents, refused))

  let desktop: Desktop | undefined
  const early: string[] = [...projectFilesIn(process.argv.slice(1), process.cwd())]
  const open = (files: readonly string[]) => (desktop ? desktop.openProjects(files) : early.push(...files))
  if (!becomeOnlyInstance(app, { window: () => desktop?.window, files: early, open })) return

  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  app.configureHostResolver(quietResolver)
  shutSession(session.defaultSession, refused)
  const release = await becomeOnlyApp(folder, {
    tell: (message) => electron.dialog.showMessageBox(message),
    report: log.report,
  })
  if (!release) return app.quit()
  desktop = openDesktop(electron, { out, folder, userData, log, refused, release })
  desktop.window.on('closed', () => (desktop = undefined))
  desktop.openProjects(early)
}

/** Electron takes no folder that is not there; what is in it is forgotten where nothing can be kept. */
function usable(folder: string): string {
  try {
    makeFolder(path.dirname(folder))
    makeFolder(folder)
    return folder
  } catch {
    return mkdtempSync(path.join(tmpdir(), 'kepuri-desktop-'))
  }
}
