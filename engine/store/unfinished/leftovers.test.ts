import { mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clearPlace, deviceOf, workplaceName } from './leftovers.ts'

let folder = ''
beforeEach(async () => void (folder = await realpath(await mkdtemp(path.join(tmpdir(), 'kepuri-半-')))))
afterEach(() => rm(folder, { recursive: true, force: true }))
const at = (...names: string[]) => path.join(folder, ...names)
const there = (place: string) => readdir(place).catch(() => undefined)

test('what lies in a folder that was moved away is not taken for gone', async () => {
  const place = { home: at('报送'), names: [workplaceName('a')], device: (await deviceOf(folder)) ?? 0 }
  await mkdir(at('报送', workplaceName('a')), { recursive: true })
  await rename(at('报送'), at('挪走'))
  expect(await clearPlace(place)).toBe(false)
  await rename(at('挪走'), at('报送'))
  expect(await clearPlace(place)).toBe(true)
  expect(await there(at('报送'))).toEqual([])
})

describe('a note that names a place below where the program happens to stand', () => {
  const standing = () => path.relative(process.cwd(), at('甲', '乙'))
  test('takes nothing away', async () => {
    await mkdir(at('甲', '乙', workplaceName('a')), { recursive: true })
    const device = (await deviceOf(folder)) ?? 0
    expect(await clearPlace({ home: standing(), names: [workplaceName('a')], device })).toBe(true)
    expect(await there(at('甲', '乙'))).toHaveLength(1)
  })
  test('takes no folder away', async () => {
    await mkdir(at('甲', '乙'), { recursive: true })
    const device = (await deviceOf(folder)) ?? 0
    await clearPlace({ home: at('甲', '乙'), names: [], firstMade: standing(), device })
    expect(await there(at('甲'))).toEqual(['乙'])
  })
})
