import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'

/** The desktop that the person sits at, if there is one. Both answer false where nothing could be shown. */
export interface Desktop {
  /** Opens an address in the person's browser. */
  browse(address: string): Promise<boolean>
  /** Shows a file or folder in the file manager. */
  reveal(place: string): Promise<boolean>
}

/** A program that has not failed by then is at work. */
const patienceMs = 2000

export function createDesktop(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Desktop {
  const there =
    platform === 'win32' ||
    platform === 'darwin' ||
    Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
  const start = async (program: string, words: readonly string[]): Promise<boolean> =>
    there && (await started(program, words, environment, platform))
  return {
    browse(address) {
      if (platform === 'win32') return start('cmd', ['/c', 'start', '""', `"${address}"`])
      return start(platform === 'darwin' ? 'open' : 'xdg-open', [address])
    },
    async reveal(place) {
      const stats = await stat(place).catch(() => undefined)
      if (!stats) return false
      const isFolder = stats.isDirectory()
      if (platform === 'win32') return start('explorer', [isFolder ? `"${place}"` : `/select,"${place}"`])
      if (platform === 'darwin') return start('open', isFolder ? [place] : ['-R', place])
      // Never the file itself: it would be opened, or run.
      return start('xdg-open', [isFolder ? place : path.dirname(place)])
    },
  }
}

/** Starts a program that outlives us; false when it is not there or fails at once. */
function started(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      env,
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
      // Quoted above, the one way that both programs understand; a path on Windows holds no quotes.
      windowsVerbatimArguments: true,
    })
    const timer = setTimeout(() => resolve(true), patienceMs)
    child.once('error', () => settle(false))
    // explorer ends with 1 whether it worked or not.
    child.once('exit', (code) => settle(code === 0 || platform === 'win32'))
    child.unref()
    function settle(worked: boolean): void {
      clearTimeout(timer)
      resolve(worked)
    }
  })
}
