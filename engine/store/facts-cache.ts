import { createHash } from 'node:crypto'
import { readFile, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Facts } from '../../shared/facts.ts'
import type { FileStamp } from '../probe/file-stamp.ts'
import { PROBE_VERSION } from '../probe/probe-version.ts'
import type { World } from '../world.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { makeFolders } from './make-folders.ts'
import { parseJson } from './parse-json.ts'
import { pruneFolder } from './prune-folder.ts'

const Entry = z.object({
  version: z.literal(PROBE_VERSION),
  path: z.string(),
  bytes: z.number(),
  mtimeNs: z.string(),
  thumbnail: z.boolean(),
  facts: Facts,
})

/** What of an entry stays true of a file that is gone, whatever version measured it. */
const Known = z.object({
  path: z.string(),
  facts: Facts.pick({ bytes: true, sha256: true }),
})
export type KnownContent = z.infer<typeof Known>['facts']

/** Facts and thumbnails kept between runs. It never fails: what cannot be read or written is measured again. */
export interface FactsCache {
  /** The facts remembered of an absolute path, if the file still bears this stamp. */
  recall(path: string, stamp: FileStamp): Promise<Facts | undefined>
  /** What was last known of the content of a path, to find the file again where it has moved to. */
  lastKnown(path: string): Promise<KnownContent | undefined>
  /** Remembers facts, and with them the thumbnail of their content. */
  remember(path: string, stamp: FileStamp, facts: Facts, thumbnail?: Buffer): Promise<void>
  /** Drops what is remembered of a path: its content has turned out to be another under the same stamp. */
  forget(path: string): Promise<void>
  /** The thumbnail (JPEG) of a content by its SHA-256. */
  thumbnail(sha256: string): Promise<Buffer | undefined>
  /** Forgets what was not used for 90 days, and the oldest beyond 20,000; at most once a day. For the start of a program. */
  prune(): Promise<void>
}

const KEPT_DAYS = 90
const KEPT_ENTRIES = 20_000
const DAY_MS = 86_400_000
/** Thumbnails held in memory where the disk takes none. */
const HELD_THUMBNAILS = 300

export type CacheWorld = Pick<World, 'dataDir' | 'log' | 'now'>

/** Opens the cache below the world's data folder, which is made when first written to. */
export const openFactsCache = ({ dataDir, log, now }: CacheWorld): FactsCache => {
  const root = join(dataDir, 'facts')
  const place = (kind: string, name: string, extension: string) =>
    join(root, kind, name.slice(0, 2), `${name}.${extension}`)
  const entryPlace = (path: string) =>
    place('entries', createHash('sha256').update(path).digest('hex').slice(0, 40), 'json')
  const thumbnailPlace = (sha256: string) => place('thumbnails', sha256, 'jpg')
  const held = new Map<string, Buffer>()

  let complained = false
  const complain = (error: unknown) => {
    if (!complained)
      log({ level: 'warn', event: 'facts-cache-unusable', data: { root, error: String(error) } })
    complained = true
  }
  const write = async (path: string, content: string | Buffer): Promise<boolean> => {
    try {
      await makeFolders(dirname(path))
      await writeFileAtomically(path, content, { flush: false })
      return true
    } catch (error) {
      complain(error)
      return false
    }
  }
  const read = async (path: string): Promise<Buffer | undefined> => {
    try {
      return await readFile(path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') complain(error)
      return undefined
    }
  }
  /** Whether a file is there; pruning goes by the day of its last use, which this sets. */
  const use = async (path: string): Promise<boolean> => {
    const stats = await stat(path).catch(() => undefined)
    if (stats && now().getTime() - stats.mtimeMs > DAY_MS)
      await utimes(path, now(), now()).catch(() => undefined)
    return stats !== undefined
  }
  const hasThumbnail = async (sha256: string | undefined): Promise<boolean> =>
    sha256 !== undefined && (held.has(sha256) || (await use(thumbnailPlace(sha256))))

  return {
    async recall(path, stamp) {
      const content = await read(entryPlace(path))
      if (!content) return undefined
      const entry = Entry.safeParse(parseJson(content.toString()))
      if (!entry.success) return undefined
      const { facts, thumbnail, ...key } = entry.data
      if (key.path !== path || key.bytes !== stamp.bytes || key.mtimeNs !== stamp.mtimeNs) return undefined
      if (thumbnail && !(await hasThumbnail(facts.sha256))) return undefined
      await use(entryPlace(path))
      return facts
    },
    async lastKnown(path) {
      const content = await read(entryPlace(path))
      const known = content && Known.safeParse(parseJson(content.toString()))
      return known?.success && known.data.path === path ? known.data.facts : undefined
    },
    async remember(path, { bytes, mtimeNs }, facts, thumbnail) {
      const { sha256 } = facts
      if (thumbnail && sha256 !== undefined && !(await write(thumbnailPlace(sha256), thumbnail))) {
        held.set(sha256, thumbnail)
        const [oldest] = held.keys()
        if (held.size > HELD_THUMBNAILS && oldest !== undefined) held.delete(oldest)
      }
      if (facts.condition.state === 'unreadable') return
      const entry: z.input<typeof Entry> = {
        version: PROBE_VERSION,
        path,
        bytes,
        mtimeNs,
        thumbnail: thumbnail !== undefined,
        facts,
      }
      await write(entryPlace(path), JSON.stringify(entry))
    },
    async forget(path) {
      await rm(entryPlace(path), { force: true }).catch(complain)
    },
    async thumbnail(sha256) {
      // The name comes from a client: nothing but a hash may become a path.
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      return held.get(sha256) ?? (await read(thumbnailPlace(sha256)))
    },
    async prune() {
      try {
        const mark = join(root, 'pruned')
        const last = Number((await read(mark))?.toString() ?? 0)
        const today = now().getTime()
        if (Math.abs(today - last) < DAY_MS) return
        await makeFolders(root)
        await writeFileAtomically(mark, String(today), { flush: false })
        const limits = { olderThanMs: today - KEPT_DAYS * DAY_MS, most: KEPT_ENTRIES }
        await pruneFolder(join(root, 'entries'), limits)
        await pruneFolder(join(root, 'thumbnails'), limits)
      } catch (error) {
        complain(error)
      }
    },
  }
}
