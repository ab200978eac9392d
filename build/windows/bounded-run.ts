import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly seconds: number
}

export interface RunOptions {
  /** What it says goes into this file, with `.out` and `.err` after it. */
  readonly log: string
  readonly limitSeconds: number
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** A program that was started, and the end of it. */
export interface Started {
  readonly pid: number
  readonly ended: Promise<Ran>
}

/**
 * Starts a program in a group of its own, which is killed when its time is over. Its words go into files: Windows' Node
 * under Wine cannot write to a Unix pipe.
 */
export function startBounded(words: readonly string[], options: RunOptions): Started {
  const { log, limitSeconds, cwd, env } = options
  const [program = '', ...rest] = words
  mkdirSync(path.dirname(log), { recursive: true })
  const files = [`${log}.out`, `${log}.err`] as const
  const [out, err] = files.map((file) => openSync(file, 'w'))
  const started = performance.now()
  const child = spawn(program, rest, {
    stdio: ['ignore', out, err],
    detached: true,
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
  })
  for (const file of [out, err]) if (file !== undefined) closeSync(file)
  const kill = () => endGroup(child.pid)
  process.once('exit', kill)
  const timer = setTimeout(kill, limitSeconds * 1000)
  const ended = once(child, 'close')
    .then(([code, signal]) => {
      const seconds = (performance.now() - started) / 1000
      if (code === null) {
        const late =
          seconds >= limitSeconds ? `took more than ${limitSeconds} s` : `ended by ${String(signal)}`
        throw new Error(`${path.basename(log)}: ${late}, log ${log}.err: ${tail(files[1])}`)
      }
      const [said, complained] = files.map((file) => readFileSync(file, 'utf8'))
      return { code: code as number, out: said ?? '', err: complained ?? '', seconds }
    })
    .finally(() => {
      clearTimeout(timer)
      process.off('exit', kill)
    })
  return { pid: child.pid ?? 0, ended }
}

/** Runs a program to its end. @throws Error when it cannot be started, or its time is over */
export const runBounded = (words: readonly string[], options: RunOptions): Promise<Ran> =>
  startBounded(words, options).ended

/** @throws Error with the program's last words when it ends with anything but 0 */
export async function runWell(words: readonly string[], options: RunOptions): Promise<Ran> {
  const ran = await runBounded(words, options)
  if (ran.code === 0) return ran
  const said = `${ran.out.slice(-400)}\n${ran.err.slice(-800)}`.trim()
  throw new Error(`${path.basename(options.log)} ended with ${ran.code}: ${said}`)
}

const tail = (file: string): string => readFileSync(file, 'utf8').slice(-400)

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
