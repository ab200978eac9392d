import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { desk } from './kepuri.fixture.ts'
import { soundPack, soundSubmission } from './submission.fixture.ts'

const at = desk()
beforeAll(() => soundSubmission(at))

const packTo = (out: string) => [...soundPack, '--out', out]
const isRoot = process.getuid?.() === 0

describe.concurrent('a package is not written', () => {
  it.each(['材料', '材料/包', './材料/../材料/包/八月'])('into the material: %s', async (out) => {
    await at.refuses(packTo(out), 2, /^不能把做好的文件放进材料文件夹：/)
  })

  it('in the place of a file, or below one', async () => {
    await at.refuses(packTo('unit.json'), 3, /unit.json”写不进去：已经有同名的文件；/)
    await at.refuses(packTo('unit.json/包'), 3, /unit.json\/包”写不进去：路径中间有一段不是文件夹；/)
  })

  it.skipIf(process.platform !== 'linux')('below a device', async () => {
    await at.refuses(packTo('/dev/null/包'), 3, /^“\/dev\/null\/包”写不进去：/)
  })

  it.skipIf(process.platform !== 'linux')('into a folder that takes no files', async () => {
    await at.refuses(packTo('/proc'), 3, /^“\/proc”/)
    expect(readdirSync('/proc').filter((name) => name.startsWith('.kepuri-'))).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')('below a folder in which no folder can be made', async () => {
    await at.refuses(packTo('/proc/包/八月'), 3, /^“\/proc\/包\/八月”写不进去：/)
  })

  it.skipIf(process.platform === 'win32' || isRoot)('into a folder without permission', async () => {
    await at.refuses(packTo('/包'), 3, /^“\/包”写不进去：没有权限；/)
  })
})
