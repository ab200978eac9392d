import pLimit from 'p-limit'
import type { Contract } from '../../shared/contract.ts'
import type { Facts } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import type { Engine } from '../../shared/operation.ts'
import { check } from '../../shared/rules/check.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import { modifiedOf, stampOf } from '../probe/file-stamp.ts'
import type { Claims } from '../sources/claims.ts'
import type { Files } from '../sources/files.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'
import { walkSources } from '../sources/walk.ts'
import type { FactsCache } from '../store/facts-cache.ts'
import type { Notices } from '../store/notices.ts'
import { type ProbeRoom, probeSources } from './probe-sources.ts'
import { taskOfNotice } from './task-of-notice.ts'

type MediaOperations = Pick<
  Engine<Contract>,
  'sources.walk' | 'media.probe' | 'media.changed' | 'media.thumbnails' | 'media.preview' | 'submission.check'
>
interface Parts extends ProbeRoom {
  readonly notices: Notices
  readonly claims: Claims
  readonly files: Files
}

/** Files: found, measured, judged. */
export function mediaOperations({ world, notices, claims, files, cache, marks }: Parts): MediaOperations {
  return {
    async 'sources.walk'({ claims: ids }, { signal, progress }) {
      const roots = ids.map((id) => claims.get(id).given)
      const onFound = (count: number) => progress({ stage: 'walk', done: count, total: count })
      const { files: found, ignored, troubles } = await walkSources(roots, { signal, onFound })
      return {
        files: found.map((file) => ({
          id: files.add(file),
          given: file.given,
          relative: file.relative,
          bytes: file.bytes,
        })),
        ignored: { count: ignored.count, names: [...ignored.names] },
        troubles: troubles.map(({ path, reason }) => ({ path, reason })),
      }
    },

    async 'media.probe'({ files: ids, anew }, call) {
      const sources = await files.seek(ids)
      const known = ids.flatMap((id, index) => {
        const file = sources[index]
        return file ? [{ id, file }] : []
      })
      const targets = known.map(({ file }) => file)
      if (anew) for (const target of targets) await marks.forgive(target.path)
      const facts = await probeSources(targets, { world, cache, marks }, call, anew)
      return facts.flatMap((one, index) => {
        const id = known[index]?.id
        return id === undefined ? [] : [{ id, facts: one }]
      })
    },

    async 'media.changed'({ files: measured }, { signal }) {
      const limit = pLimit(questionsAtOnce)
      const sources = await files.seek(measured.map(({ id }) => id))
      const one = async (was: (typeof measured)[number], index: number): Promise<string[]> => {
        if (signal.aborted) throw new Fault({ code: 'cancelled' })
        const source = sources[index]
        // A file that the engine does not know is gone from the project.
        if (!source) return []
        const now = await stampOf(source.path).catch(() => undefined)
        const same = now ? !was.gone && now.bytes === was.bytes && modifiedOf(now) === was.modified : was.gone
        return same ? [] : [was.id]
      }
      return (await Promise.all(measured.map((was, index) => limit(one, was, index)))).flat()
    },

    async 'media.thumbnails'({ files: ids }, { signal }) {
      const limit = pLimit(thumbnailsAtOnce)
      const sources = await files.seek(ids)
      const one = async (id: string, index: number) => {
        if (signal.aborted) throw new Fault({ code: 'cancelled' })
        const file = sources[index]
        const thumbnail = file && (await rememberedThumbnail(file.path, cache))
        return { id, jpeg: thumbnail?.toString('base64') ?? null }
      }
      return Promise.all(ids.map((id, index) => limit(one, id, index)))
    },

    async 'media.preview'({ file: id }) {
      const [file] = await files.seek([id])
      const facts = file && (await rememberedFacts(file.path, cache))
      const isPicture = facts?.kind === 'image' && facts.condition.state !== 'unreadable'
      if (!file || !isPicture) return { jpeg: null }
      // The decoder is loaded when somebody looks at a picture.
      const { previewOf } = await import('../probe/picture.ts')
      const preview = await previewOf(file.path)
      return { jpeg: preview?.toString('base64') ?? null }
    },

    async 'submission.check'({ notice: noticeId, submission }) {
      const { notice } = await taskOfNotice(notices, noticeId, submission.task)
      return [...check(notice, submission, wallClock(world.now(), notice.utcOffset))]
    },
  }
}

/** Small files of one disk: more at once would only wait for it. */
const thumbnailsAtOnce = 4

/** The facts of what the file was when it was probed; undefined once it has changed or is gone. Measures nothing. */
async function rememberedFacts(path: string, cache: FactsCache): Promise<Facts | undefined> {
  const stamp = await stampOf(path).catch(() => undefined)
  return stamp && cache.recall(path, stamp)
}

/** The thumbnail that was made when the file was probed. */
async function rememberedThumbnail(path: string, cache: FactsCache): Promise<Buffer | undefined> {
  const facts = await rememberedFacts(path, cache)
  return facts?.sha256 === undefined ? undefined : cache.thumbnail(facts.sha256)
}
