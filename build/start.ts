import { spawn } from 'node:child_process'
import path from 'node:path'
import { hasFailedToOpen, planStart } from './start-plan.ts'
import { findRuntime, installRuntime } from './start-runtime.ts'
import { isStale } from './start-stamp.ts'

/** `npm start`: builds what is out of date, then opens the window, or the browser where no window can be had. */
const root = path.join(import.meta.dirname, '..')
const installer = path.join(root, 'node_modules', 'electron', 'install.js')
const patience = 20_000

process.exitCode = await start()

async function start(): Promise<number> {
  if (isStale(root)) {
    console.log('正在编译…')
    const code = await run(process.execPath, [path.join(root, 'build', 'compile.ts')])
    if (code !== 0) {
      console.error('编译没有成功，请看上面的错误。')
      return code ?? 1
    }
  }
  const plan = planStart({
    words: process.argv.slice(2),
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
  })
  if (plan.way === 'web') return serve(plan.words, plan.because)

  const { runtime, problem } = await runtimeAtHand()
  if (!runtime) return serve([], `没有 Electron 运行环境（下载不到：${problem}），改在浏览器里打开。`)
  console.log('正在打开窗口…')
  const began = performance.now()
  const code = await run(runtime, [root])
  if (!hasFailedToOpen(code, performance.now() - began)) return code ?? 1
  return serve([], `窗口没能打开（Electron 退出码 ${code ?? '无'}），改在浏览器里打开。`)
}

async function runtimeAtHand(): Promise<{ runtime: string | undefined; problem: string }> {
  const there = findRuntime(root, process.env)
  if (there) return { runtime: there, problem: '' }
  console.log(`正在下载 Electron 运行环境（最多等 ${patience / 1000} 秒）…`)
  const problem = await installRuntime(installer, patience)
  return { runtime: findRuntime(root, process.env), problem: problem ?? '下载的内容不完整' }
}

function serve(words: readonly string[], because: string): Promise<number> {
  console.log(because)
  return run(process.execPath, [path.join(root, 'out', 'cli', 'kepuri.js'), 'serve', ...words]).then(
    (code) => code ?? 1,
  )
}

/** Runs a program in our place: signals go to it, its end is ours. */
function run(program: string, words: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env
    const child = spawn(program, words, { stdio: 'inherit', env })
    // Ctrl+C reaches the whole group by itself; ours is only to wait for the child.
    const wait = () => undefined
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass)
    const end = (code: number | null) => {
      process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve(code)
    }
    child.once('error', () => end(null))
    child.once('exit', end)
  })
}
