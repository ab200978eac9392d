import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'

/** A program that absorbs what follows the first signal for so long, and the lines that it says. */
function run(absorbMs: number): { child: ChildProcess; line: () => Promise<unknown> } {
  const program = path.join(import.meta.dirname, 'interrupts.fixture.ts')
  const child = spawn(process.execPath, [program, String(absorbMs)], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return { child, line: async () => (await lines.next()).value as unknown }
}

// Windows knows no signals that a program could answer to.
describe.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s',
  (signal) => {
    test('aborts the work, and said again soon it is the same wish', async () => {
      const { child, line } = run(600_000)
      expect(await line()).toBe('listening')
      child.kill(signal)
      expect(await line()).toBe('aborted')
      child.kill(signal)
      // Heard before the line that follows it.
      child.stdin?.write('still here\n')
      expect(await line()).toBe('still here')
      expect(child.exitCode).toBeNull()
    })
    test('ends the program at once when it is said again later', async () => {
      const { child, line } = run(0)
      expect(await line()).toBe('listening')
      child.kill(signal)
      expect(await line()).toBe('aborted')
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([130, null])
    })
  },
)
