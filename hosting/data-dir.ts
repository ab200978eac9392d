import { homedir } from 'node:os'
import path from 'node:path'

/** Where projects, caches and logs lie, the same for all hosts: `KEPURI_DATA_DIR`, else the system's place for an application's own data. */
export function dataDir(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const own = environment['KEPURI_DATA_DIR']
  if (own) return path.resolve(own)
  const home = homedir()
  if (platform === 'win32')
    return path.join(environment['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'kepuri-packager')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'kepuri-packager')
  return path.join(environment['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'), 'kepuri-packager')
}
