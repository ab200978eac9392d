import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'

/**
 * The program that Electron runs. May not: import anything of ours before it can say that it is missing; wait for the
 * desktop, for Electron is ready only after this module has been loaded.
 */
const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const giveUp = (error: unknown): void => {
  const reference = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error)
  electron.dialog.showErrorBox(
    '科普日报送助手打不开',
    `请重新打开一次。还不行，多半是程序的文件不全：请在安全软件的隔离区里恢复与本程序有关的文件，或者重新安装。填好的内容不会丢。\n\n给维护人员看：${reference}`,
  )
  electron.app.exit(1)
}
try {
  const { startDesktop } = await import('./desktop.ts')
  startDesktop(electron, out).catch(giveUp)
} catch (error) {
  giveUp(error)
}
