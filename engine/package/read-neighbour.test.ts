import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readNeighbour } from './read-neighbour.ts'

let file = ''
beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), 'kepuri-旁边-')), '报送核对单.html')
})
afterEach(() => rm(path.dirname(file), { recursive: true, force: true }))

test('a text beside the archives is read as it is', async () => {
  await writeFile(file, '核对单')
  expect(await readNeighbour(file)).toEqual({ text: '核对单' })
})
test('nothing, and a folder that is none, are missing', async () => {
  expect(await readNeighbour(file)).toMatchObject({ trouble: 'missing' })
  await writeFile(file, '')
  expect(await readNeighbour(path.join(file, '里面'))).toMatchObject({ trouble: 'missing' })
})
test('a folder is no text', async () => {
  await mkdir(file)
  expect(await readNeighbour(file)).toMatchObject({ trouble: 'changed' })
})
test('what is larger than any of ours is not read', async () => {
  await writeFile(file, '')
  await truncate(file, 12 * 1024 * 1024)
  expect(await readNeighbour(file)).toHaveProperty('text')
  await truncate(file, 12 * 1024 * 1024 + 1)
  expect(await readNeighbour(file)).toMatchObject({ trouble: 'changed' })
})
describe.skipIf(process.platform === 'win32')('what has no end', () => {
  test('a pipe into which nobody writes is not waited for', async () => {
    execFileSync('mkfifo', [file])
    expect(await readNeighbour(file)).toMatchObject({ trouble: 'changed' })
  })
  test('a device behind a link is not read', async () => {
    await symlink('/dev/null', file)
    expect(await readNeighbour(file)).toMatchObject({ trouble: 'changed' })
  })
})
