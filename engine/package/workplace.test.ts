import { writeFileSync } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { removeLeftovers, workplaceName } from '../store/unfinished/leftovers.ts'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { thisHost } from '../store/this-host.ts'
import { beaten } from './beaten-journal.fixture.ts'
import { build, faultOf, home, inNewFolders, leftovers, out, twoPhotos } from './packing-desk.fixture.ts'
import { openWorkplace } from './workplace.ts'

inNewFolders()

describe('workplaces in the target folder', () => {
  const workplace = async (name: string, age: number) => {
    const folder = path.join(out, name)
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'x.zip'), 'x')
    for (const one of [path.join(folder, 'x.zip'), folder]) await aged(one, age)
  }
  const aged = (place: string, ms: number) => {
    const then = new Date(Date.now() - ms)
    return utimes(place, then, then)
  }
  const minute = 60_000
  const day = 25 * 60 * minute

  test.each([
    ['of a dead run here is swept away', `.kepuri-${thisHost}-999999999-old.part`, 11 * minute, false],
    // A computer that was cloned from this one writes there.
    [
      'of a run that seems dead here, but is kept touched, stays',
      `.kepuri-${thisHost}-999999999-old.part`,
      9 * minute,
      true,
    ],
    ['of a living run here stays', `.kepuri-${thisHost}-${process.ppid}-other.part`, day, true],
    ['of this very run stays', workplaceName('other'), day, true],
    [
      'of another computer stays, whatever its process number',
      '.kepuri-00000000-999999999-old.part',
      11 * minute,
      true,
    ],
    [
      'of another computer that has lain still for a day is swept away',
      '.kepuri-00000000-1-old.part',
      day,
      false,
    ],
  ])('one %s', async (_, name, age, stays) => {
    const submission = await twoPhotos()
    await workplace(name, age)
    await build(submission)
    expect(await leftovers(out)).toEqual(stays ? [name] : [])
  })
  test('one that is made while another run’s sweep takes the folder away is made all the same', async () => {
    const place = path.join(out, '甲')
    await mkdir(place, { recursive: true })
    const real = openPackingJournal({ dataDir: path.join(home, 'data'), log: () => undefined })
    const opened = await openWorkplace(
      { path: place, given: place },
      { id: 'a', journal: { ...real, note: beaten(real.note, [out, place]) } },
    )
    expect(await readdir(place)).toEqual([path.basename(opened.folder)])
    await opened.discard()
    // Made by this run after all, and so taken away by it.
    expect(await readdir(home)).toEqual(['data', '素材'])
    expect(await readdir(path.join(home, 'data', 'packing'))).toEqual([])
  })
  test('a folder that cannot be listed is not swept, and that is no failure', async () => {
    await expect(removeLeftovers(path.join(out, '没有'))).resolves.toBeUndefined()
  })
  test('a cancelled run leaves alone what others put into the folder it had made', async () => {
    const submission = await twoPhotos()
    const controller = new AbortController()
    const nested = path.join(out, '甲', '乙')
    const onProgress = (step: Step) => {
      if (step.stage !== 'verify' || controller.signal.aborted) return
      writeFileSync(path.join(out, '别人的包.zip'), 'precious')
      controller.abort()
    }
    const call = build(submission, {
      signal: controller.signal,
      onProgress,
      out: { path: nested, given: nested },
    })
    expect(await faultOf(call)).toEqual({ code: 'cancelled' })
    expect(await readdir(out)).toEqual(['别人的包.zip'])
  })
})
