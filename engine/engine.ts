import type { Contract } from '../shared/contract.ts'
import type { Engine } from '../shared/operation.ts'
import { findingsOperations } from './operations/findings.ts'
import { formOperations } from './operations/form.ts'
import { listReadOperations } from './operations/list-read.ts'
import { listWriteOperations } from './operations/list-write.ts'
import { mediaOperations } from './operations/media.ts'
import { noticeOperations } from './operations/notice.ts'
import { packageOperations } from './operations/package.ts'
import { projectOperations } from './operations/project.ts'
import { sampleOperations } from './operations/samples.ts'
import { openPackingJournal } from './store/unfinished/packing-journal.ts'
import { createClaims } from './sources/claims.ts'
import { createFiles, type Files } from './sources/files.ts'
import { makeKnown } from './sources/known-items.ts'
import { createOriginals } from './sources/originals.ts'
import { openFactsCache } from './store/facts-cache.ts'
import { createNotices } from './store/notices.ts'
import { openProbingMarks } from './store/probing-marks.ts'
import { openProjects } from './store/projects.ts'
import type { World } from './world.ts'

export interface RunningEngine {
  /** The contract's operations, for `serve`. */
  readonly operations: Engine<Contract>
  /** For hosts only: hands a path in, and gives the id by which clients may speak of it. */
  readonly claim: (given: string) => string
  /** The same under an id of the host's own choice, for a host in another process. */
  readonly claimAs: (id: string, given: string) => void
  /** For hosts only: the path behind a claim or a file's id, to show, play or download it. */
  readonly locate: (id: string) => Promise<string | undefined>
}

/** The one engine under all hosts: desktop, web and terminal differ only in the world they give it. */
export function createEngine(world: World): RunningEngine {
  const claims = createClaims(world.newId)
  const projects = openProjects(world)
  const files: Files = createFiles(world.newId, async () => {
    const { projects: all } = await projects.list()
    await makeKnown(
      all.flatMap(({ tasks }) => Object.values(tasks).flatMap(({ items }) => items)),
      files,
    )
  })
  const locate = async (id: string) => (claims.find(id) ?? (await files.seek([id]))[0])?.path
  const notices = createNotices(world.resourcesDir)
  const originals = createOriginals()
  const room = { world, cache: openFactsCache(world), marks: openProbingMarks(world) }
  const operations: Engine<Contract> = {
    ...noticeOperations({ notices, claims }),
    ...mediaOperations({ ...room, notices, claims, files }),
    ...findingsOperations({ world, notices, claims, files, projects, originals }),
    ...sampleOperations({ world, claims }),
    ...projectOperations({ ...room, notices, claims, files, projects, originals }),
    ...formOperations({ notices, claims, files, projects, originals }),
    ...listReadOperations({ world, notices, claims, originals }),
    ...listWriteOperations({ world, notices, claims, files, projects, originals }),
    ...packageOperations({ ...room, notices, claims, files, projects, originals }),
  }
  void openPackingJournal(world).sweep()
  return { operations, claim: claims.add, claimAs: claims.put, locate }
}
