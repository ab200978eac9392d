import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import path from 'node:path'

/** `npm run build`: every layer compiled into out/, from nothing, so that no output of a removed source stays. */
const root = path.join(import.meta.dirname, '..')
rmSync(path.join(root, 'out'), { recursive: true, force: true })
execFileSync(process.execPath, [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
  cwd: root,
  stdio: 'inherit',
})
chmodSync(path.join(root, 'out', 'cli', 'kepuri.js'), 0o755)
