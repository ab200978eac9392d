import { homedir } from 'node:os'
import path from 'node:path'
import { pathSystem, rootOf } from '../shared/paths/paths.ts'

/**
 * Where projects, caches and logs lie, the same for all hosts: `KEPURI_DATA_DIR`, else the system's place for an application's
 * own data. What the environment says counts where it is a complete path: an empty `LOCALAPPDATA`, or one that begins at the
 * present folder, would scatter projects over the folders that the program is started from.
 */
export function dataDir(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home = homedir()): string {
  const own = environment['KEPURI_DATA_DIR']
  if (own) return path.resolve(own)
  const { join } = platform === 'win32' ? path.win32 : path.posix
  const place = (name: string, otherwise: readonly string[]) => {
    const said = environment[name] ?? ''
    return join(isComplete(said, platform) ? said : join(home, ...otherwise), 'kepuri-packager')
  }
  if (platform === 'win32') return place('LOCALAPPDATA', ['AppData', 'Local'])
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'kepuri-packager')
  return place('XDG_DATA_HOME', ['.local', 'share'])
}

const complete: readonly string[] = ['drive', 'share', 'posix']

const isComplete = (place: string, platform: NodeJS.Platform): boolean =>
  complete.includes(rootOf(place, pathSystem(platform)).kind)
