import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sourcesStamp, writeStamp } from './start-stamp.ts'

/** `npm run build`: every layer compiled into out/, from nothing, so that no output of a removed source stays. */
const root = path.join(import.meta.dirname, '..')
const run = (script: string, ...words: string[]): void => {
  const options = { cwd: root, stdio: 'inherit' } as const
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...words], options)
}
// Taken first: what is changed meanwhile has to be built again.
const stamp = sourcesStamp(root)
rmSync(path.join(root, 'out'), { recursive: true, force: true })
run('typescript/bin/tsc', '-b')
run('electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'error')
chmodSync(path.join(root, 'out', 'cli', 'kepuri.js'), 0o755)
writeStamp(root, stamp)
