import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What the proof needs of the system, and the packages of Debian that bring it. */
const needed = [
  { program: 'wine', packages: ['wine', 'wine64'] },
  { program: 'x86_64-w64-mingw32-gcc', packages: ['gcc-mingw-w64-x86-64-win32'] },
] as const

export type Programs = { readonly ready: true } | { readonly ready: false; readonly why: string }

const missing = () =>
  needed.filter(({ program }) => spawnSync('which', [program], { stdio: 'ignore' }).status !== 0)

/** Wine and the compiler for Windows; on a Debian machine installed by apt where this process may do so. */
export function ensurePrograms(): Programs {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      ready: false,
      why: `这里是 ${process.platform} ${process.arch}，要在 x64 的 Linux 上做。It takes Linux on x64.`,
    }
  const lacking = missing()
  if (lacking.length === 0) return { ready: true }
  const packages = lacking.flatMap((one) => one.packages)
  const advice = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`没有 ${packages.join('、')}，正在用 apt 安装 installing by apt …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...words: readonly string[]) =>
      spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env })
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
    if (missing().length === 0) return { ready: true }
  }
  const names = lacking.map(({ program }) => program).join('、')
  return {
    ready: false,
    why: `缺少 ${names}，这里也装不上。请以 root 运行：${advice}\nMissing here and not to be installed: ${names}. As root: ${advice}`,
  }
}
