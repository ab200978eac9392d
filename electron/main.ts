import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { startDesktop } from './desktop.ts'
import { appName } from './wording.ts'

/** The program that Electron runs. Not awaited: Electron is ready only after this module has been loaded. */
const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
startDesktop(electron, out).catch((error: unknown) => {
  electron.dialog.showErrorBox(`${appName}打不开`, String(error))
  electron.app.exit(1)
})
