import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FileStamp } from '../probe/file-stamp.ts'
import { PROBE_VERSION } from '../probe/probe-version.ts'
import { deathsOf, type ProbingMark, type ProbingTurn, settled, turnOf } from '../probe/suspects.ts'
import { createTurnstile } from '../probe/turnstile.ts'
import type { World } from '../world.ts'
import { makeFolders } from './make-folders.ts'
import { parseJson } from './parse-json.ts'
import { givenUpMs, isDead, Run, thisRun } from './this-run.ts'

const Entry = z.object({
  /** Another version of the probes may survive what this one did not. */
  version: z.literal(PROBE_VERSION),
  path: z.string(),
  stamp: z.object({ bytes: z.number(), mtimeNs: z.string() }),
  deaths: z.number().int().nonnegative(),
  run: Run.optional(),
})

/** Remembers which files the engine was looking at when it ended, and keeps those that ended it apart from the others. */
export interface ProbingMarks {
  /**
   * Looks at a file under a mark that tells the next run if this one does not live to take it away.
   *
   * @returns undefined for a file that has ended two runs as it is now: it is not looked at any more
   */
  around<T>(
    file: { readonly path: string; readonly stamp: FileStamp },
    signal: AbortSignal | undefined,
    look: () => Promise<T>,
  ): Promise<T | undefined>
  /** Forgets what a file has ended: somebody asks to look at it once more. */
  forgive(path: string): Promise<void>
}

/** Marks that this process has on the disk: it may be told to end while it looks at files that are innocent. */
const underway = new Map<string, ProbingMark>()
let heedsExit = false
function heedExit(): void {
  if (heedsExit) return
  heedsExit = true
  process.once('exit', () => {
    for (const [file, mark] of underway) {
      if (mark.deaths === 0) rmSync(file, { force: true })
      else writeFileSync(file, entryText(mark))
    }
  })
}

const entryText = (mark: ProbingMark): string => JSON.stringify({ version: PROBE_VERSION, ...mark })

/** Opens the marks below the world's data folder. They never fail: where nothing can be written, nothing is remembered. */
export function openProbingMarks({
  dataDir,
  log,
  now,
}: Pick<World, 'dataDir' | 'log' | 'now'>): ProbingMarks {
  const folder = join(dataDir, 'probing')
  const place = (path: string) =>
    join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 40)}.json`)
  const turnstile = createTurnstile()
  let opened: Promise<Map<string, ProbingMark> | undefined> | undefined

  const write = (mark: ProbingMark) => writeFile(place(mark.path), entryText(mark))

  const found = async (file: string): Promise<ProbingMark | undefined> => {
    const entry = Entry.safeParse(parseJson(await readFile(file, 'utf8')))
    if (!entry.success || now().getTime() - (await stat(file)).mtimeMs > givenUpMs) {
      await rm(file, { force: true })
      return undefined
    }
    const mark = settled(entry.data, isDead)
    // Written down at once: the number of the dead process may be given to another.
    if (mark && mark.deaths !== entry.data.deaths) {
      await write(mark)
      log({ level: 'warn', event: 'probe-ended-the-engine', data: { path: mark.path, deaths: mark.deaths } })
    }
    return mark
  }
  /** What earlier runs have left; undefined where nothing can be written. */
  const open = async () => {
    heedExit()
    const marks = new Map<string, ProbingMark>()
    try {
      await makeFolders(folder)
      for (const name of await readdir(folder)) {
        const mark = await found(join(folder, name)).catch(() => undefined)
        if (mark) marks.set(mark.path, mark)
      }
      return marks
    } catch (error) {
      log({ level: 'warn', event: 'probing-marks-unusable', data: { folder, error: String(error) } })
      return undefined
    }
  }

  const marked = async <T>(
    marks: Map<string, ProbingMark>,
    { path, stamp }: { readonly path: string; readonly stamp: FileStamp },
    look: () => Promise<T>,
  ): Promise<T> => {
    const mark: ProbingMark = { path, stamp, deaths: deathsOf(marks.get(path), stamp) }
    const file = place(path)
    underway.set(file, mark)
    await write({ ...mark, run: thisRun }).catch(() => undefined)
    let looked = false
    try {
      const result = await look()
      looked = true
      return result
    } finally {
      // Cancelled, a suspect is no less suspect.
      if (!looked && mark.deaths > 0) await write(mark).catch(() => undefined)
      else {
        marks.delete(path)
        await unlink(file).catch(() => undefined)
      }
      underway.delete(file)
    }
  }

  return {
    async around(file, signal, look) {
      const marks = await (opened ??= open())
      if (!marks) return look()
      const turn = (): ProbingTurn => turnOf(marks.get(file.path), file.stamp)
      if (turn() === 'never') return undefined
      return turnstile.pass(turn() === 'alone', signal, () => marked(marks, file, look))
    },
    async forgive(path) {
      const marks = await (opened ??= open())
      if (marks?.delete(path)) await unlink(place(path)).catch(() => undefined)
    },
  }
}
