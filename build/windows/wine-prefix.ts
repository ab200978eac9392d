import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { runWell } from './bounded-run.ts'

const shimSource = path.join(import.meta.dirname, 'bcryptprimitives.c')
const shimName = 'bcryptprimitives.dll'

/** A Windows of our own: its drive C: lies below `folder`, and D: is the folder given. */
export interface WinePrefix {
  readonly folder: string
  readonly driveC: string
  readonly version: string
  /** Whether our bcryptprimitives.dll stands in for one that this Wine lacks. */
  readonly shimmed: boolean
  readonly environment: NodeJS.ProcessEnv
  /** Ends every program in it. */
  close(): void
}

/** Makes a new one, as Windows 10. @throws Error when Wine does not come up */
export async function makePrefix(
  folder: string,
  drives: Readonly<Record<string, string>>,
  logs: string,
): Promise<WinePrefix> {
  const environment = { WINEPREFIX: folder, WINEARCH: 'win64', WINEDEBUG: '-all', DISPLAY: '' }
  const driveC = path.join(folder, 'drive_c')
  const system = path.join(driveC, 'windows', 'system32')
  const close = () => {
    spawnSync('wineserver', ['-k'], { env: { ...process.env, ...environment }, stdio: 'ignore' })
  }
  const run = (name: string, words: readonly string[]) =>
    runWell(words, { log: path.join(logs, name), limitSeconds: 180, env: environment })
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  process.once('exit', close)
  const { out } = await run('wine-version', ['wine', '--version'])
  await run('wineboot', ['wineboot', '-i'])
  await run('winecfg', ['wine', 'winecfg', '-v', 'win10'])
  const shimmed = !existsSync(path.join(system, shimName))
  if (shimmed) {
    const built = path.join(folder, shimName)
    const words = ['x86_64-w64-mingw32-gcc', '-shared', '-O2', '-s', '-o', built, shimSource, '-ladvapi32']
    await run('shim', words)
    await copyFile(built, path.join(system, shimName))
  }
  for (const [letter, target] of Object.entries(drives))
    await symlink(target, path.join(folder, 'dosdevices', `${letter.toLowerCase()}:`))
  return { folder, driveC, version: out.trim(), shimmed, environment, close }
}
