import { writeFileSync } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { removeLeftovers, workplaceName } from './leftovers.ts'
import { build, faultOf, inNewFolders, leftovers, out, twoPhotos } from './packing-desk.fixture.ts'

inNewFolders()

describe('workplaces in the target folder', () => {
  const workplace = async (name: string, age = 0) => {
    const folder = path.join(out, name)
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'x.zip'), 'x')
    const then = new Date(Date.now() - age)
    for (const one of [path.join(folder, 'x.zip'), folder]) await utimes(one, then, then)
  }
  const own = workplaceName('old').split('-')[1] ?? ''
  const day = 25 * 3_600_000

  test.each([
    ['of a dead run here is swept away', `.kepuri-${own}-999999999-old.part`, 0, false],
    ['of a living run here stays', `.kepuri-${own}-${process.pid}-other.part`, 0, true],
    [
      'of another computer stays, whatever its process number',
      '.kepuri-00000000-999999999-old.part',
      0,
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
