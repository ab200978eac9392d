import { spawn } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { birthOf, isAlive } from './process-alive.ts'
import { fateIn, isDead, runMark, runMarkPattern, thisRun } from './this-run.ts'
import { thisHost } from './this-host.ts'

const dead = 999_999_999
const tells = birthOf(process.pid) !== undefined

test('a run is known by its name first, then by the number of its process', () => {
  expect(isDead(thisRun)).toBe(false)
  expect(isDead({ ...thisRun, pid: dead })).toBe(false)
  expect(isDead({ id: 'another', pid: process.pid })).toBe(true)
  expect(isDead({ id: 'another', pid: process.ppid })).toBe(false)
  expect(isDead({ id: 'another', pid: dead })).toBe(true)
})
test.skipIf(!tells)('a number that was given again is told by the birth of its process (Linux)', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => 0, 60_000)', ') S 1 (name'])
  onTestFinished(() => void child.kill())
  const born = birthOf(child.pid ?? 0)
  expect(born).toMatch(/^\d+$/)
  expect(isAlive(child.pid ?? 0, born)).toBe(true)
  expect(isAlive(child.pid ?? 0, birthOf(process.ppid))).toBe(false)
  expect(isDead({ id: 'another', pid: child.pid ?? 0, birth: '1' })).toBe(true)
})
test('the fate of a run is told by the mark in a name', () => {
  const fate = (name: string) => fateIn(name, new RegExp(`^x-${runMarkPattern}-y$`))
  expect(fate(`x-${runMark}-y`)).toBe('alive')
  expect(fate(`x-${thisHost}-${process.ppid}-y`)).toBe('alive')
  expect(fate(`x-${thisHost}-${dead}-y`)).toBe('dead')
  expect(fate(`x-${thisHost}-${process.pid}.1-y`)).toBe(tells ? 'dead' : 'alive')
  expect(fate(`x-00000000-${dead}-y`)).toBe('elsewhere')
  expect(fate('x-y')).toBeUndefined()
})
