import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import type { Submission } from '../../shared/project/submission.ts'
import { liaoning, photo, submissionOf, taskNamed } from '../../shared/rules/submission.fixture.ts'
import { openTemplates } from '../lists/keep-templates.ts'
import type { BuildOptions } from './build-options.ts'
import { buildPackage } from './build-package.ts'
import { verifyPackages } from './verify-package.ts'

export const never = new AbortController().signal
/** Folders of the test that runs: a place of its own, the photos in it, and where packages go. */
export let home = ''
export let source = ''
export let out = ''
/** Gives each test of a file new folders. */
export function inNewFolders(): void {
  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'kepuri-打包-'))
    source = path.join(home, '素材')
    out = path.join(home, '输出')
    await mkdir(source)
  })
  afterEach(() => rm(home, { recursive: true, force: true }))
}

/** Two files whose facts keep the rules; what is packed are their bytes. */
export async function twoPhotos(given: Partial<Submission> = {}): Promise<Submission> {
  const items = await Promise.all(
    ['1', '2'].map(async (id) => {
      const content = Buffer.alloc(3_500_000, id)
      content.set([0xff, 0xd8, 0xff, 0xe0])
      await writeFile(path.join(source, `${id}.jpg`), content)
      const sha256 = createHash('sha256').update(content).digest('hex')
      return photo(id, { facts: { sha256, crc32: crc32(content), bytes: content.length } })
    }),
  )
  return submissionOf(items, given)
}
export const build = (submission: Submission, given: Partial<BuildOptions> = {}) =>
  buildPackage({
    notice: liaoning,
    task: taskNamed('media'),
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
    templates: openTemplates({
      resourcesDir: path.join(import.meta.dirname, '../../resources'),
      dataDir: path.join(home, 'data'),
    }),
    log: () => undefined,
    now: new Date('2023-08-20T02:00:00Z'),
    id: 'test',
    generator: 'kepuri-packager test',
    signal: never,
    onProgress: () => undefined,
    ...given,
  })
export const faultOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof Fault ? error.data : error),
  )
export const verify = (given: string) =>
  verifyPackages([{ path: given, given }], {
    notices: [liaoning],
    signal: never,
    onProgress: () => undefined,
  })
export const leftovers = async (folder: string) =>
  (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('.kepuri'))
