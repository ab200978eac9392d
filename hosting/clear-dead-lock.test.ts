import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { clearDeadLock } from './clear-dead-lock.ts'
import { thisHost } from '../engine/store/this-host.ts'

let folder = ''
const lock = () => path.join(folder, 'launch.json')
const marker = () => `${lock()}.clearing`
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-死锁-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

test('a lock that says what was judged goes, and leaves nothing beside it', async () => {
  await writeFile(lock(), 'dead')
  expect(await clearDeadLock(lock(), 'dead')).toBe(true)
  expect(await readdir(folder)).toEqual([])
})
test('a lock that another has taken since stays', async () => {
  await writeFile(lock(), 'alive')
  expect(await clearDeadLock(lock(), 'dead')).toBe(true)
  expect(await readFile(lock(), 'utf8')).toBe('alive')
})
test('while another process is clearing, nothing is touched', async () => {
  await writeFile(lock(), 'dead')
  await writeFile(marker(), '')
  expect(await clearDeadLock(lock(), 'dead')).toBe(false)
  expect(await readdir(folder)).toEqual(['launch.json', 'launch.json.clearing'])
})
const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid
const mark = (words: object) =>
  writeFile(marker(), JSON.stringify({ host: thisHost, at: Date.now(), ...words }))
const dated = (ms: number) => utimes(marker(), new Date(Date.now() + ms), new Date(Date.now() + ms))

test.each([
  ['of a process that has died', () => mark({ pid: deadPid() })],
  ['whose number belongs to another program now', () => mark({ pid: process.pid, at: Date.now() - 120_000 })],
  ['that tells nothing and is old', () => writeFile(marker(), '').then(() => dated(-120_000))],
  ['of another computer that is old', () => mark({ host: 'zz', pid: deadPid() }).then(() => dated(-120_000))],
])('a marker %s holds up one turn, not two', async (_, left) => {
  await writeFile(lock(), 'dead')
  await left()
  expect(await clearDeadLock(lock(), 'dead')).toBe(false)
  expect(await clearDeadLock(lock(), 'dead')).toBe(true)
  expect(await readdir(folder)).toEqual([])
})
test.each([-600_000, -15_000, 15_000, 600_000])(
  'a living clearer keeps its marker, though a share dates it %d ms from now',
  async (ms) => {
    await writeFile(lock(), 'dead')
    await mark({ pid: process.pid })
    await dated(ms)
    expect(await clearDeadLock(lock(), 'dead')).toBe(false)
    expect(await readdir(folder)).toEqual(['launch.json', 'launch.json.clearing'])
  },
)
test('another computer’s marker from the future stays', async () => {
  await writeFile(lock(), 'dead')
  await mark({ host: 'zz', pid: deadPid() })
  await dated(600_000)
  expect(await clearDeadLock(lock(), 'dead')).toBe(false)
  expect(await readdir(folder)).toContain('launch.json.clearing')
})
test('a marker that cannot be removed is waited for, not stumbled over', async () => {
  await writeFile(lock(), 'dead')
  await mkdir(marker())
  await dated(-120_000)
  expect(await clearDeadLock(lock(), 'dead')).toBe(false)
})
test('a lock that the system does not let go of is waited for', async ({ skip }) => {
  await writeFile(lock(), 'dead')
  try {
    execFileSync('chattr', ['+i', lock()], { stdio: 'ignore' })
  } catch {
    skip('no immutable files here')
  }
  try {
    expect(await clearDeadLock(lock(), 'dead')).toBe(false)
    expect(await readdir(folder)).toEqual(['launch.json'])
  } finally {
    execFileSync('chattr', ['-i', lock()])
  }
})
