import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Call, Engine, Step } from '../../shared/operation.ts'
import { lastName } from '../../shared/paths/paths.ts'
import type { DraftItem, ProjectDocument } from '../../shared/project/document.ts'
import { copyBody, copyHead, largestCopy, readCopy } from '../../shared/project/project-copy.ts'
import { projectSummary } from '../../shared/project/project-summary.ts'
import { isSameContent } from '../../shared/project/without-places.ts'
import { makeKnown } from '../sources/known-items.ts'
import { openSource } from '../sources/open-source.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'
import { writeFileAtomically } from '../store/atomic-write.ts'
import type { FactsCache } from '../store/facts-cache.ts'
import { readFully } from '../store/read-fully.ts'
import { readFault, writeFault } from '../store/system-fault.ts'
import { outPlace } from './out-place.ts'
import type { ProjectParts } from './project.ts'
import { knownHere, settleCopy } from './project-copy-settle.ts'

type CopyOperations = Pick<Engine<Contract>, 'project.save-copy' | 'project.open-copy'>

/** Projects as files that are handed on. What a file names is believed of no place: see `settleCopy`. */
export function copyOperations(parts: ProjectParts): CopyOperations {
  const { world, notices, claims, files, projects, cache } = parts
  return {
    async 'project.save-copy'({ project, out }, call) {
      const document = await projects.open(project)
      const { path, given } = await outPlace(out, parts, /\.kepuri$/i)
      const body = Buffer.from(copyBody(await withMarks(document, cache, call)))
      const head = copyHead({
        program: `kepuri-packager ${world.version}`,
        savedAt: world.now().toISOString(),
        bytes: body.length,
        sha256: sha256(body),
      })
      const content = Buffer.concat([Buffer.from(head), body])
      try {
        await writeFileAtomically(path, content)
      } catch (error) {
        throw writeFault(error, given)
      }
      return { path: given, bytes: content.length }
    },

    async 'project.open-copy'({ claim, anew = false }, { signal, progress }) {
      progress({ stage: 'read', done: 0, total: 0 })
      const { path, given } = claims.get(claim)
      const read = readCopy(await readBounded(path, given), sha256)
      if (!read.ok)
        throw new Fault({ code: 'project-file-unusable', path: lastName(given), problem: read.problem })
      const copy = read.document
      await notices.get(copy.notice.id)
      const opened = async (document: ProjectDocument, as: 'same' | 'new') => {
        const items = Object.values(document.tasks).flatMap((task) => task.items)
        const missing = await makeKnown(items, files, signal)
        return { outcome: 'opened' as const, document, as, missing: missing.length }
      }
      const here = anew ? undefined : (await projects.documents('projects')).find(({ id }) => id === copy.id)
      if (here && isSameContent(here, copy)) return opened(await projects.open(here.id), 'same')
      if (here) return { outcome: 'differs', here: projectSummary(here), copy: projectSummary(copy) }
      const known = knownHere(
        await projects.documents('projects'),
        await projects.documents('removed'),
        world,
      )
      let settled = settleCopy(copy, known, world)
      if (signal.aborted) throw new Fault({ code: 'cancelled' })
      // An id may also be borne by what cannot be read, or has come in this moment.
      while (!(await projects.createBeside(settled)))
        settled = settleCopy({ ...copy, id: world.newId() }, known, world)
      return opened(settled, 'new')
    },
  }
}

/** With what is remembered of the files, by which they are found again on another computer. */
async function withMarks(
  document: ProjectDocument,
  cache: FactsCache,
  { signal, progress }: Call<Step>,
): Promise<ProjectDocument> {
  const limit = pLimit(questionsAtOnce)
  const total = Object.values(document.tasks).reduce((sum, { items }) => sum + items.length, 0)
  let done = 0
  const marked = (item: DraftItem): Promise<DraftItem> =>
    limit(async () => {
      if (signal.aborted) throw new Fault({ code: 'cancelled' })
      progress({ stage: 'write', done: (done += 1), total, item: item.relative })
      const was = (await cache.lastKnown(item.source.path)) ?? item.was
      return { ...item, ...(was && { was: { bytes: was.bytes, sha256: was.sha256 } }) }
    })
  const tasks = Object.entries(document.tasks).map(
    async ([task, draft]) => [task, { ...draft, items: await Promise.all(draft.items.map(marked)) }] as const,
  )
  return { ...document, tasks: Object.fromEntries(await Promise.all(tasks)) }
}

/** The content of a file that may be anything of any size; of one that is too large, as much as shows that. */
async function readBounded(path: string, given: string): Promise<Buffer> {
  try {
    const handle = await openSource(path)
    try {
      const { size } = await handle.stat()
      return await readFully(handle, Buffer.alloc(Math.min(size, largestCopy) + 1), 0)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw readFault(error, given)
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
