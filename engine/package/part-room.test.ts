import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partRoom } from '../../shared/packing/part-room.ts'
import { planPackage } from '../../shared/packing/plan.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import type { Submission } from '../../shared/project/submission.ts'
import { liaoning, taskNamed } from '../../shared/rules/submission.fixture.ts'
import { openTemplates } from '../lists/keep-templates.ts'
import { drawnThumbnail, manyFiles, manyRows } from './many-items.fixture.ts'
import { partFiles } from './package-files.ts'

const resourcesDir = path.join(import.meta.dirname, '../../resources')
let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'kepuri-room-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Of an entry in the archive beside its content and twice its name: both headers, with times and room for zip64. */
const entryHeaders = 200

/** What stands in a part beside its files, in bytes. */
async function besideFiles(submission: Submission): Promise<number> {
  const task = taskNamed(submission.task)
  const tokens = submissionTokens(liaoning, task, submission, '2023-08-25T10:00:00')
  const plan = planPackage(task, submission, tokens, { sending: { plan: 'disk' } })
  const [part] = plan.parts
  if (!part) throw new Error('no part')
  const { files } = await partFiles(part, plan, {
    notice: liaoning,
    task,
    submission,
    tokens,
    now: new Date('2023-08-25T02:00:00Z'),
    generator: 'kepuri-packager',
    replaces: undefined,
    templates: openTemplates({ resourcesDir, dataDir }),
    thumbnail: drawnThumbnail,
  })
  const names = [...part.items.map((item) => item.path), ...files.map(({ name }) => name)]
  const headers = names.reduce((sum, name) => sum + 2 * Buffer.byteLength(name) + entryHeaders, 0)
  return files.reduce((sum, { content }) => sum + content.length, headers)
}

const large = (submission: Submission): Submission => ({
  ...submission,
  // Facts of a camera's pictures, which the manifest repeats.
  items: submission.items.map((item) => ({
    ...item,
    facts: {
      ...item.facts,
      crc32: 4_294_967_295,
      takenAt: '2023-05-20T10:15:00',
      camera: 'NIKON CORPORATION NIKON D850',
    },
  })),
})

test.each([
  ['two files', large(manyFiles('media', 2))],
  ['200 files', large(manyFiles('media', 200))],
  ['50 files with small pictures', { ...large(manyFiles('media', 50)), thumbnails: true }],
  ['200 old pictures', large(manyFiles('history', 200))],
  ['200 activities', manyRows(200)],
])('the room that is kept for documents of %s is enough, and not a multiple', async (_, submission) => {
  const needed = await besideFiles(submission)
  const room = partRoom(taskNamed(submission.task), submission)
  expect(room).toBeGreaterThan(needed)
  // Too much room makes parts that are not needed; a few hundred KB make none.
  expect(room).toBeLessThan(Math.max(12 * needed, 512 * 1024))
})
