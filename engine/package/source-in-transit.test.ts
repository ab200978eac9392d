import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { build, faultOf, home, inNewFolders, out, source, twoPhotos } from './packing-desk.fixture.ts'

inNewFolders()

const second = () => path.join(source, '2.jpg')
/** Does something to the second file when the first is about to be copied: it was looked at, and is not copied yet. */
const meanwhile = (stage: Step['stage'], act: () => void) => {
  let done = false
  return (step: Step) => {
    if (done || step.stage !== stage) return
    done = true
    act()
  }
}
const otherBytes = () => Buffer.alloc(statSync(second()).size, 'x')

describe('a file that changes while the package is written is named, and nothing is left', () => {
  test.each([
    [
      'is written over, in size and time the same',
      'changed',
      () => {
        const { atime, mtime } = statSync(second())
        writeFileSync(second(), otherBytes())
        utimesSync(second(), atime, mtime)
      },
    ],
    ['grows', 'changed', () => appendFileSync(second(), 'more')],
    ['shrinks', 'changed', () => truncateSync(second(), 1_000_000)],
    ['is emptied', 'changed', () => truncateSync(second(), 0)],
    ['vanishes', 'vanished', () => rmSync(second())],
    [
      'is replaced by another',
      'changed',
      () => {
        writeFileSync(path.join(home, 'other'), otherBytes())
        renameSync(path.join(home, 'other'), second())
      },
    ],
    [
      'gives way to a folder',
      'changed',
      () => {
        rmSync(second())
        mkdirSync(second())
      },
    ],
  ] as const)('when it %s', async (_, change, act) => {
    const submission = await twoPhotos()
    const fault = await faultOf(build(submission, { onProgress: meanwhile('write', act) }))
    expect(fault).toEqual({ code: 'source-changed', path: '素材/2.jpg', change })
    expect(await readdir(out).catch(() => [])).toEqual([])
  })
  test('when it is changed after it was copied: what was packed is not what the clerk has now', async () => {
    const act = () => appendFileSync(second(), 'more')
    const fault = await faultOf(build(await twoPhotos(), { onProgress: meanwhile('verify', act) }))
    expect(fault).toEqual({ code: 'source-changed', path: '素材/2.jpg', change: 'changed' })
    expect(await readdir(out).catch(() => [])).toEqual([])
  })
  test('and so are all that have changed', async () => {
    const act = () => {
      for (const name of ['1.jpg', '2.jpg']) writeFileSync(path.join(source, name), otherBytes())
    }
    const fault = await faultOf(build(await twoPhotos(), { onProgress: meanwhile('write', act) }))
    expect(fault).toEqual({
      code: 'source-changed',
      path: '素材/1.jpg',
      change: 'changed',
      more: [{ path: '素材/2.jpg', change: 'changed' }],
    })
  })
})

describe('a file of a part that lies there proven already, while the next part is written', () => {
  const first = () => path.join(source, '1.jpg')
  const sending = { plan: 'split', cap: 5_000_000 } as const
  /** Does something when the second part is begun. */
  const atSecondPart = (act: () => void) => {
    let done = false
    return () => {
      if (done || !readdirSync(out, { recursive: true }).some((name) => String(name).includes('第2包')))
        return
      done = true
      act()
    }
  }
  const timesKept = (act: () => void) => {
    const { atime, mtime } = statSync(first())
    act()
    utimesSync(first(), atime, mtime)
  }
  /** Times of whole ms: others cannot be given back to the ns. */
  const wholeTimes = () => utimesSync(first(), 1_690_000_000, 1_690_000_000)

  test.each([
    ['grows', () => appendFileSync(first(), 'more')],
    [
      'is written over within the same ms',
      () => {
        writeFileSync(first(), otherBytes())
        utimesSync(first(), 1_690_000_000, 1_690_000_000.0004)
      },
    ],
    [
      'is written over, in size and time the same',
      () => timesKept(() => writeFileSync(first(), otherBytes())),
    ],
    [
      'is replaced by another, in size and time the same',
      () =>
        timesKept(() => {
          writeFileSync(path.join(home, 'other'), otherBytes())
          renameSync(path.join(home, 'other'), first())
        }),
    ],
  ])('is named when it %s, and nothing is left', async (_, act) => {
    const submission = await twoPhotos()
    wholeTimes()
    const fault = await faultOf(build(submission, { sending, onProgress: atSecondPart(act) }))
    expect(fault).toEqual({ code: 'source-changed', path: '素材/1.jpg', change: 'changed' })
    expect(await readdir(out).catch(() => [])).toEqual([])
  })
  test.each([
    ['may be read by fewer', () => chmodSync(first(), 0o400)],
    [
      'gives way to its own copy',
      () =>
        timesKept(() => {
          copyFileSync(first(), path.join(home, 'copy'))
          renameSync(path.join(home, 'copy'), first())
        }),
    ],
  ])('is packed when it %s: its content is the same', async (_, act) => {
    const submission = await twoPhotos()
    wholeTimes()
    let acted = false
    const onProgress = atSecondPart(() => {
      acted = true
      act()
    })
    expect((await build(submission, { sending, onProgress })).packages).toHaveLength(2)
    expect(acted).toBe(true)
  })
})
