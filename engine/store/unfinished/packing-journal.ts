import { randomUUID } from 'node:crypto'
import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { World } from '../../world.ts'
import { writeFileAtomically } from '../atomic-write.ts'
import { makeFolders } from '../make-folders.ts'
import { parseJson } from '../parse-json.ts'
import { sweepTemporaries } from '../temporary-files.ts'
import { thisHost } from '../this-host.ts'
import { givenUpMs, isDead, Run, runMark, runMarkPattern, thisRun } from '../this-run.ts'
import { isTouched, keepTouched } from './heartbeat.ts'
import { clearPlace, deviceOf, elsewhereMs, isWorkplaceName, type UnfinishedPlace } from './leftovers.ts'

const Note = z.object({
  format: z.literal(1),
  host: z.string(),
  run: Run,
  home: z.string(),
  names: z.array(z.string()),
  firstMade: z.string().optional(),
  device: z.number(),
})
type Note = z.infer<typeof Note>

const noteName = new RegExp(`^${runMarkPattern}-[0-9a-f-]{36}\\.json$`)

export interface PackingNote {
  /**
   * To be called when what was written down is published, or no longer wanted: what is left of it is taken away, and the
   * note with it. Where that fails, the note stays and the next start tries again. Never rejects.
   *
   * @param made `false` where it did not come about: then a folder that is not there was not moved away with it
   */
  settle(made?: boolean): Promise<void>
}

/** What is to be written down. */
export type NotedPlace = Pick<UnfinishedPlace, 'home' | 'names' | 'firstMade'>

export interface NoteOptions {
  /** Whether the note lasts through a power cut (default). Off for what is there for a moment. */
  readonly flush?: boolean
}

/**
 * Where something unfinished lies, written down before it is made: a killed program leaves it in a folder that nobody may
 * pack into again. For workplaces and for single files (a draft that is written into a published package) alike: whatever
 * bears a `workplaceName`. It is kept touched until it is settled.
 */
export interface PackingJournal {
  /** Never rejects: where nothing can be written down, the work goes on. */
  note(place: NotedPlace, options?: NoteOptions): Promise<PackingNote>
  /** Takes away what dead runs have left. To be called at the start, in the background; never rejects. */
  sweep(): Promise<void>
}

/** The note of a place that nothing is written down about. */
export const unnoted = async (place: NotedPlace): Promise<PackingNote> => {
  const device = (await deviceOf(place.home)) ?? 0
  const rest = keepTouched(place.home, place.names)
  return {
    async settle(made) {
      rest()
      await clearPlace({ ...place, device }, made).catch(() => undefined)
    },
  }
}

/** Opens the journal in the world's data folder; nothing is made there before the first note. */
export function openPackingJournal({ dataDir, log }: Pick<World, 'dataDir' | 'log'>): PackingJournal {
  const folder = path.join(dataDir, 'packing')
  const failed = (event: string, file: string, error: unknown) =>
    log({ level: 'warn', event, data: { file, error: String(error) } })

  const follow = async (file: string): Promise<void> => {
    const status = await lstat(file)
    if (!status.isFile()) return
    // By the clock of the disk alone, as with all that was touched.
    const age = Date.now() - status.mtimeMs
    const note = Note.safeParse(parseJson(await readFile(file, 'utf8'))).data
    // Ours are written whole: what we do not understand is a newer version's.
    if (!note) return age > givenUpMs ? rm(file, { force: true }) : undefined
    if (note.host === thisHost ? !isDead(note.run) : await isTended(note, age)) return
    const gone = await clearPlace(note)
    if (gone || age > givenUpMs) await rm(file, { force: true })
    log({ level: 'info', event: 'unfinished-package', data: { folder: note.home, gone } })
  }

  return {
    async note(place, { flush = true } = {}) {
      const device = (await deviceOf(place.home)) ?? 0
      const file = path.join(folder, `${runMark}-${randomUUID()}.json`)
      const names = [...place.names]
      const note: Note = { format: 1, host: thisHost, run: thisRun, ...place, names, device }
      let written = false
      try {
        await makeFolders(folder)
        await beNoLink(folder)
        await writeFileAtomically(file, JSON.stringify(note), { flush })
        written = true
      } catch (error) {
        failed('packing-journal-unusable', file, error)
      }
      const rest = keepTouched(place.home, names)
      return {
        async settle(made) {
          rest()
          try {
            if ((await clearPlace(note, made)) && written) await rm(file, { force: true })
          } catch (error) {
            failed('packing-note-left', file, error)
          }
        },
      }
    },
    async sweep() {
      const names = await beNoLink(folder)
        .then(() => readdir(folder))
        .catch(() => [])
      for (const name of names.filter((one) => noteName.test(one))) {
        const file = path.join(folder, name)
        await follow(file).catch((error: unknown) => failed('packing-note-left', file, error))
      }
      // Of notes that were being written when their run was killed: nothing had been made yet.
      if (names.length > 0) await sweepTemporaries(folder)
    },
  }
}

/** Behind a link may lie a folder of the clerk's, where a file with such a name need not be ours. */
async function beNoLink(folder: string): Promise<void> {
  if (!(await lstat(folder)).isDirectory()) throw new Error(`not a folder of our own: ${folder}`)
}

/** Whether on another computer somebody may be at it. */
async function isTended({ home, names }: Note, age: number): Promise<boolean> {
  if (age < elsewhereMs) return true
  const touched = names.filter(isWorkplaceName).map((name) => isTouched(path.join(home, name), elsewhereMs))
  return (await Promise.all(touched)).includes(true)
}
