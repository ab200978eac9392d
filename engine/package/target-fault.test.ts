import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import { systemReason } from '../../shared/wording/system-reason.ts'
import { targetFault } from './target-fault.ts'

let home = ''
let device = 0
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kepuri-目标-'))
  device = (await stat(home)).dev
  await mkdir(folder())
})
afterEach(() => rm(home, { recursive: true, force: true }))
const folder = () => path.join(home, '.part')
const target = () => ({ out: { path: home, given: 'U盘/输出' }, home, folder: folder(), device })
const systemError = (code: string, place?: string) =>
  Object.assign(new Error(code), { code, ...(place !== undefined && { path: place }) })
const dataOf = async (error: unknown, given = target()) => {
  const told = await targetFault(error, given)
  return told instanceof Fault ? told.data : told
}

describe('what a target’s file system says', () => {
  test.each(
    'EIO EROFS ENXIO ESTALE EHOSTDOWN ETIMEDOUT EINVAL EFBIG EBUSY EACCES ENOTCONN UNKNOWN'.split(' '),
  )('%s is a fault that names the place, in words', async (reason) => {
    const data = await dataOf(systemError(reason))
    expect(data).toEqual({ code: 'out-unwritable', path: 'U盘/输出', reason })
    expect(systemReason(reason)).toMatch(/^[^A-Z]*(U盘[^A-Z]*)*$/u)
    expect(faultSentence({ code: 'out-unwritable', path: 'U盘/输出', reason })).toContain('U盘/输出')
  })
  test.each(['ENOSPC', 'EDQUOT'])('%s is a full disk', async (reason) => {
    expect(await dataOf(systemError(reason))).toEqual({ code: 'disk-full', path: 'U盘/输出' })
  })
  test('about a file in the target it is a fault, about one elsewhere a bug that stays one', async () => {
    const within = await open(path.join(home, '没有.zip')).catch((error: unknown) => error)
    expect(await dataOf(within)).toMatchObject({ code: 'out-unwritable', reason: 'ENOENT' })
    const elsewhere = await open('/没有/模板.xlsx').catch((error: unknown) => error)
    expect(await dataOf(elsewhere)).toBe(elsewhere)
  })
  test('faults, and errors of ours, stay as they are', async () => {
    const fault = new Fault({ code: 'nothing-to-pack' })
    expect(await targetFault(fault, target())).toBe(fault)
    const bug = new TypeError('x')
    expect(await targetFault(bug, target())).toBe(bug)
  })
})

describe('a target that is not there any more', () => {
  const gone = { code: 'out-unwritable', path: 'U盘/输出', reason: 'ENODEV' }
  test('is told of as pulled out, whatever the error was', async () => {
    await rm(home, { recursive: true })
    for (const code of ['ENOENT', 'EIO']) expect(await dataOf(systemError(code))).toEqual(gone)
    expect(faultSentence({ code: 'out-unwritable', path: 'U盘/输出', reason: 'ENODEV' })).toContain('不在了')
  })
  test('is so also where another volume lies in its place', async () => {
    expect(await dataOf(systemError('ENOENT'), { ...target(), device: device + 1 })).toEqual(gone)
  })
  test('is what a package means that cannot be read back, and so is its workplace', async () => {
    const broken = new Fault({ code: 'package-broken', path: 'a.zip', problems: ['archive system: ENOENT'] })
    expect(await dataOf(broken)).toBe(broken.data)
    await rm(folder(), { recursive: true })
    expect(await dataOf(broken)).toEqual({ ...gone, reason: 'ENOENT' })
    expect(await dataOf(systemError('EIO'))).toEqual({ ...gone, reason: 'ENOENT' })
    const missing = new Fault({ code: 'attachment-unusable', path: 'a.zip', trouble: 'missing' })
    expect(await dataOf(missing)).toEqual({ ...gone, reason: 'ENOENT' })
    await rm(home, { recursive: true })
    expect(await dataOf(broken)).toEqual(gone)
  })
  test('is not what a file in its place means', async () => {
    await rm(home, { recursive: true })
    await writeFile(home, '')
    expect(await dataOf(systemError('ENOTDIR'))).toMatchObject({ reason: 'ENOTDIR' })
  })
})
