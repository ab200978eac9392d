import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { clearDeadLock } from './clear-dead-lock.ts'

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
test('a marker left by a crash holds nobody up for long', async () => {
  await writeFile(lock(), 'dead')
  await writeFile(marker(), '')
  const old = new Date(Date.now() - 60_000)
  await utimes(marker(), old, old)
  expect(await clearDeadLock(lock(), 'dead')).toBe(false)
  expect(await clearDeadLock(lock(), 'dead')).toBe(true)
  expect(await readdir(folder)).toEqual([])
})
