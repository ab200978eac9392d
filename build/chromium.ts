import { execFileSync, type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium as find } from '../hosting/find-chromium.ts'

/** The browser of this machine that Playwright can drive; undefined where there is none. */
export const findChromium = (): string | undefined => find(process.env, process.platform)

/**
 * The browser of this machine. On a Debian machine without one it is installed with Chinese fonts, which a fresh machine
 * lacks, where this process may do so.
 */
export function ensureChromium(): string | undefined {
  const found = findChromium()
  if (found || process.platform !== 'linux' || process.getuid?.() !== 0) return found
  if (!existsSync('/usr/bin/apt-get')) return undefined
  console.log('没有 Chromium，正在用 apt 安装 installing Chromium and CJK fonts by apt …')
  const options: SpawnSyncOptions = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  execFileSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    options,
  )
  return findChromium()
}
