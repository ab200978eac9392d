import { stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type PackagePlan, planPackage } from '../../shared/packing/plan.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import { liaoning, taskNamed } from '../../shared/rules/submission.fixture.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import { openTemplates } from '../lists/keep-templates.ts'
import type { BuildOptions } from './build-options.ts'
import { buildParts } from './build-parts.ts'
import { faultOf, home, inNewFolders, never, out, source, twoPhotos } from './packing-desk.fixture.ts'
import { openWorkplace } from './workplace.ts'

inNewFolders()
const task = taskNamed('media')
const bytes = 3_500_000

/** Builds the parts of two photos; plans begin with the room that is given, and keep what was learnt. */
async function parts(cap: number, firstRoom: number, learns = true) {
  const submission = await twoPhotos()
  const now = new Date('2023-08-20T02:00:00Z')
  const tokens = submissionTokens(liaoning, task, submission, wallClock(now, liaoning.utcOffset))
  const templates = openTemplates({
    resourcesDir: path.join(import.meta.dirname, '../../resources'),
    dataDir: path.join(home, 'data'),
  })
  const rooms: (number | undefined)[] = []
  const planWith = (room?: number): PackagePlan => {
    rooms.push(room)
    return planPackage(task, submission, tokens, {
      sending: { plan: 'split', cap },
      room: learns ? (room ?? firstRoom) : firstRoom,
    })
  }
  const early: string[] = []
  const options: BuildOptions = {
    notice: liaoning,
    task,
    submission,
    source: (id) => ({
      path: path.join(source, `${id}.jpg`),
      given: `素材/${id}.jpg`,
      root: source,
      relative: `${id}.jpg`,
      bytes: 0,
      modifiedMs: 0,
    }),
    out: { path: out, given: out },
    templates,
    log: () => undefined,
    now,
    id: 'test',
    generator: 'kepuri-packager test',
    signal: never,
    onProgress: ({ item }) => void (rooms.length === 1 && early.push(item ?? '')),
  }
  const workplace = await openWorkplace(options.out, options)
  const context = { ...options, tokens, replaces: undefined }
  const result = await buildParts(planWith, workplace, context, options)
  return { ...result, rooms, early }
}

test('documents that take more than was estimated part the files once more, before a byte was copied', async () => {
  const cap = 2 * bytes + 2000
  const { plan, written, rooms, early } = await parts(cap, 500)
  expect(rooms).toEqual([undefined, expect.any(Number)])
  expect(early).toEqual([])
  expect(plan.parts.map(({ items }) => items.length)).toEqual([1, 1])
  for (const part of written) {
    expect((await stat(part.path)).size).toBe(part.bytes)
    expect(part.bytes).toBeLessThanOrEqual(cap)
  }
})
test('a file that fits no mail with its documents goes by another way, and alone', async () => {
  const { plan, written } = await parts(bytes + 2000, 500)
  expect(plan.parts.map(({ way, alone }) => [way, alone])).toEqual([
    ['large', true],
    ['large', true],
  ])
  expect(written.map(({ way, items }) => [way, items])).toEqual([
    ['large', 1],
    ['large', 1],
  ])
})
test('documents that fit are no reason to plan anew', async () => {
  const { plan, rooms } = await parts(2 * bytes + 200_000, 150_000)
  expect(rooms).toEqual([undefined])
  expect(plan.parts).toHaveLength(1)
})
test('documents that outgrow every plan are told with figures', async () => {
  const cap = 2 * bytes + 2000
  const fault = await faultOf(parts(cap, 500, false))
  expect(fault).toEqual({ code: 'plan-unfit', plan: 'split', bytes: expect.any(Number), limit: cap })
  expect((fault as { bytes: number }).bytes).toBeGreaterThan(cap)
})
