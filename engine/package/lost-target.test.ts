import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { workplaceName } from '../store/unfinished/leftovers.ts'
import { mayMount, mountVolume } from './mount-volume.fixture.ts'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { build, faultOf, home, inNewFolders, out, twoPhotos } from './packing-desk.fixture.ts'
import { openWorkplace } from './workplace.ts'

inNewFolders()

const data = () => path.join(home, 'data')
const journal = () => openPackingJournal({ dataDir: data(), log: () => undefined })
const notes = () => readdir(path.join(data(), 'packing')).catch(() => [])
/** Does something once, when a stage is reached. */
const at = (stage: Step['stage'], strike: () => void) => {
  let struck = false
  return (step: Step) => {
    if (struck || step.stage !== stage) return
    struck = true
    strike()
  }
}
const stages = ['write', 'verify'] as const

test('a package that was published leaves no note, and one that was cancelled neither', async () => {
  const submission = await twoPhotos()
  await build(submission, { journal: journal() })
  const controller = new AbortController()
  const onProgress = at('verify', () => controller.abort())
  const call = build(submission, { journal: journal(), onProgress, signal: controller.signal })
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
  expect(await notes()).toEqual([])
  expect(await readdir(out)).toHaveLength(1)
})
test.each(stages)(
  'a workplace that another program removes at “%s” is a fault, and nothing is left',
  async (stage) => {
    const submission = await twoPhotos()
    const folder = path.join(out, workplaceName('test'))
    const onProgress = at(stage, () => execFileSync('rm', ['-r', folder]))
    expect(await faultOf(build(submission, { journal: journal(), onProgress }))).toEqual({
      code: 'out-unwritable',
      path: out,
      reason: 'ENOENT',
    })
    expect(await readdir(out).catch(() => [])).toEqual([])
    expect(await notes()).toEqual([])
  },
)
test.skipIf(process.platform !== 'linux')('folders that cannot be made leave no note (Linux)', async () => {
  const place = '/proc/没有/乙'
  const call = openWorkplace({ path: place, given: place }, { id: 'a', journal: journal() })
  expect(await faultOf(call)).toMatchObject({ code: 'out-unwritable', path: place })
  expect(await notes()).toEqual([])
})
test('a workplace that cannot be made leaves neither folders nor a note', async () => {
  const nested = path.join(out, '甲')
  const blocked = path.join(nested, '乙')
  await mkdir(out)
  await writeFile(nested, 'a file')
  const call = openWorkplace({ path: blocked, given: blocked }, { id: 'a', journal: journal() })
  expect(await faultOf(call)).toMatchObject({ code: 'out-unwritable', reason: 'ENOTDIR' })
  expect(await notes()).toEqual([])
})

describe.skipIf(!mayMount)('a disk that is pulled out, mounted by root', () => {
  test.each(stages)(
    'at “%s” is a fault that says so; plugged in again, it is swept at the next start',
    async (stage) => {
      const submission = await twoPhotos()
      await using volume = await mountVolume('size=100m', path.join(home, 'U盘'))
      // The same disk under another path: it is still held when the first is gone.
      const held = path.join(home, '扣住')
      await mkdir(held)
      execFileSync('mount', ['--bind', volume.place, held])
      try {
        const place = path.join(volume.place, '输出')
        const call = build(submission, {
          out: { path: place, given: 'E:/输出' },
          journal: journal(),
          onProgress: at(stage, volume.pull),
        })
        expect(await faultOf(call)).toEqual({ code: 'out-unwritable', path: 'E:/输出', reason: 'ENODEV' })
        expect(await readdir(volume.place)).toEqual([])
        // The disk bears what was half written, and nothing under a final name.
        expect(await readdir(path.join(held, '输出'))).toEqual([workplaceName('test')])
        expect(await notes()).toHaveLength(1)
        await asNextRun()
        await journal().sweep()
        expect(await notes()).toHaveLength(1)
        execFileSync('mount', ['--bind', held, volume.place])
        await journal().sweep()
        expect(await readdir(held)).toEqual([])
        expect(await notes()).toEqual([])
        execFileSync('umount', [volume.place])
      } finally {
        execFileSync('umount', ['-l', held])
      }
    },
  )
  test.each(stages)('filled by another program at “%s”: a full disk, and nothing left', async (stage) => {
    const submission = await twoPhotos()
    await using volume = await mountVolume('size=100m', path.join(home, 'U盘'))
    const place = path.join(volume.place, '输出')
    const onProgress = at(stage, () => {
      const ballast = path.join(volume.place, '电影.mp4')
      spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'])
    })
    const call = build(submission, { out: { path: place, given: place }, journal: journal(), onProgress })
    expect(await faultOf(call)).toMatchObject({ code: 'disk-full', path: place })
    expect(await readdir(volume.place)).toEqual(['电影.mp4'])
    expect(await notes()).toEqual([])
  })
})

/** Makes the notes those of a run that has ended. */
async function asNextRun(): Promise<void> {
  for (const name of await notes()) {
    const file = path.join(data(), 'packing', name)
    const note = JSON.parse(await readFile(file, 'utf8')) as object
    await writeFile(file, JSON.stringify({ ...note, run: { id: 'ended', pid: process.pid } }))
  }
}
