import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { startDesktop } from './desktop.ts'

/** The program that Electron runs. Not awaited: Electron is ready only after this module has been loaded. */
const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
startDesktop(electron, out).catch((error: unknown) => {
  electron.dialog.showErrorBox('科普日报送助手打不开', String(error))
  electron.app.exit(1)
})
