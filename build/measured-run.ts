import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { watchPeak } from './watch-peak.ts'

/** What a run cost. What the system does not tell is undefined. */
export interface Measured {
  readonly seconds: number
  /** Of all cores together, in the program and in the system for it. */
  readonly cpuSeconds: number | undefined
  /** Resident memory at its highest, of the largest process. */
  readonly peakBytes: number | undefined
  readonly output: string
}

export interface MeasureOptions {
  readonly signal: AbortSignal
  readonly environment?: Readonly<Record<string, string>>
}

const gnuTime = '/usr/bin/time'
const hasGnuTime = process.platform === 'linux' && existsSync(gnuTime)

/**
 * Runs a program to its end. GNU time tells what it took, where there is one; else its memory is looked at while it runs.
 *
 * @throws Error when it ends with anything but 0; the signal's reason
 */
export async function measuredRun(
  words: readonly string[],
  { signal, environment }: MeasureOptions,
): Promise<Measured> {
  signal.throwIfAborted()
  const [program = '', ...rest] = hasGnuTime ? [gnuTime, '-f', 'took %U %S %M', ...words] : words
  const started = performance.now()
  // A group of its own: what a shell has started must end with it.
  const child = spawn(program, rest, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const stop = () => endGroup(child.pid)
  signal.addEventListener('abort', stop, { once: true })
  try {
    const watched = hasGnuTime ? undefined : watchPeak(child.pid ?? 0)
    const ended = once(child, 'close').then(([code]) => ({
      code: code as number | null,
      seconds: (performance.now() - started) / 1000,
    }))
    const [output, said, { code, seconds }] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      ended,
    ])
    signal.throwIfAborted()
    if (code !== 0)
      throw new Error(`${words.slice(0, 3).join(' ')} … ended with ${String(code)}: ${said.slice(-500)}`)
    const told = /^took ([\d.]+) ([\d.]+) (\d+)$/m.exec(said)
    if (!told) return { seconds, cpuSeconds: undefined, peakBytes: await watched, output }
    return {
      seconds,
      cpuSeconds: Number(told[1]) + Number(told[2]),
      peakBytes: Number(told[3]) * 1024,
      output,
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
