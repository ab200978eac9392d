import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { type DistTarget, targetName } from './target.ts'

/**
 * The packages that the program needs on another system, installed from the project's own lock into a folder of its
 * own: an installation in the project would replace Windows' programs by this machine's.
 *
 * Kept by a hash of the lock, so that the next build is quick; an installation that was broken off leaves nothing that
 * could be taken for a whole one.
 *
 * @returns the folder that holds `package.json` and `node_modules`
 * @throws with npm's own words when the packages cannot be had
 */
export function stageModules(root: string, cache: string, target: DistTarget): string {
  const parts = ['package.json', 'package-lock.json'] as const
  const hash = createHash('sha256')
  for (const part of parts) hash.update(readFileSync(path.join(root, part)))
  const place = path.join(cache, `${targetName(target)}-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(place)) return place

  mkdirSync(cache, { recursive: true })
  const making = mkdtempSync(path.join(cache, 'making-'))
  try {
    for (const part of parts) copyFileSync(path.join(root, part), path.join(making, part))
    install(making, target)
    if (target.os === 'linux') allowRunning(making, target)
    renameSync(making, place)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
  return place
}

function install(folder: string, { os, cpu }: DistTarget): void {
  const words = [
    'ci',
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `--os=${os}`,
    `--cpu=${cpu}`,
  ]
  // Without it npm on Linux would leave out packages for glibc when it runs elsewhere.
  if (os === 'linux') words.push('--libc=glibc')
  const { status, stderr, error } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error(`npm ci for ${os}-${cpu} failed: ${error?.message ?? stderr.trim().slice(-2000)}`)
}

/** The package marks its program as one by an install script, which has not run. */
function allowRunning(folder: string, target: DistTarget): void {
  chmodSync(path.join(folder, 'node_modules', '@ffprobe-installer', targetName(target), 'ffprobe'), 0o755)
}
