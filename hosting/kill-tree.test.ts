import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { killTree } from './kill-tree.ts'

const run = (script: string): ChildProcess => {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore', detached: true })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

// A script that notes its words takes the place of Windows' own program.
test.skipIf(process.platform === 'win32')(
  'on Windows only a program that still runs is ended by its number',
  async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'kepuri-系统-'))
    onTestFinished(() => rm(root, { recursive: true, force: true }))
    const said = path.join(root, 'said')
    await mkdir(path.join(root, 'System32'))
    const script = `#!/bin/sh\necho "$@" >> '${said}'\n`
    await writeFile(path.join(root, 'System32', 'taskkill.exe'), script, { mode: 0o755 })
    vi.stubEnv('SystemRoot', root)
    onTestFinished(() => void vi.unstubAllEnvs())
    const ended = run('')
    await once(ended, 'exit')
    const running = run('setInterval(() => {}, 1000)')
    killTree(ended, 'win32')
    killTree(running, 'win32')
    await vi.waitFor(async () => expect(await readFile(said, 'utf8')).toBe(`/PID ${running.pid} /T /F\n`))
  },
)
test('where that fails, the program itself is ended', async () => {
  vi.stubEnv('SystemRoot', path.join(tmpdir(), '没有'))
  onTestFinished(() => void vi.unstubAllEnvs())
  const running = run('setInterval(() => {}, 1000)')
  killTree(running, 'win32')
  expect(await once(running, 'exit')).toEqual([null, 'SIGKILL'])
})
