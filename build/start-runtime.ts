import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { downloadProblem } from './start-plan.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The Electron program of this installation, found without side effects: to `require('electron')` would download it.
 *
 * @returns undefined when there is none, or only what an interrupted download has left
 */
export function findRuntime(root: string, environment: Environment): string | undefined {
  const home = path.join(root, 'node_modules', 'electron')
  const name = read(path.join(home, 'path.txt'))
  const own = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (own)
    return program(path.resolve(own, name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron')))
  if (name === undefined || read(path.join(home, 'dist', 'version')) === undefined) return undefined
  return program(path.join(home, 'dist', name))
}

const program = (file: string): string | undefined =>
  existsSync(file) && statSync(file).isFile() ? file : undefined

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/**
 * Has Electron's own installer fetch the runtime (it honours ELECTRON_MIRROR); it is killed with all it has started
 * when that takes too long.
 *
 * @returns why it could not be had, or undefined
 */
export async function installRuntime(installer: string, patience: number): Promise<string | undefined> {
  const posix = process.platform !== 'win32'
  const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'pipe', 'pipe'], detached: posix })
  let output = ''
  const collect = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000))
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  let timedOut = false
  const stop = () => killGroup(child)
  const timer = setTimeout(() => {
    timedOut = true
    stop()
  }, patience)
  // Its own process group hears nothing of Ctrl+C.
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output = error.message
      resolve(null)
    })
    child.once('exit', resolve)
  })
  clearTimeout(timer)
  process.off('SIGINT', stop).off('SIGTERM', stop)
  return code === 0 ? undefined : downloadProblem(output, timedOut)
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}
