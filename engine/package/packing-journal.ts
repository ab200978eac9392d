import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../store/atomic-write.ts'
import { makeFolders } from '../store/make-folders.ts'
import { isAlive } from '../store/process-alive.ts'
import { thisHost } from '../store/this-host.ts'
import type { World } from '../world.ts'
import {
  clearPlace,
  deviceOf,
  isLeftover,
  isWorkplaceName,
  oldestAlive,
  type UnfinishedPlace,
} from './leftovers.ts'

const Note = z.object({
  host: z.string(),
  run: z.object({ id: z.string(), pid: z.number().int() }),
  at: z.iso.datetime(),
  home: z.string(),
  names: z.array(z.string()),
  firstMade: z.string().optional(),
  device: z.number(),
})
type Note = z.infer<typeof Note>

/** A disk that has not been plugged in for so long is not waited for. */
const keptMs = 90 * 86_400_000

/** This process, for all engines in it. */
const self = { id: randomUUID(), pid: process.pid }

export interface PackingNote {
  /**
   * To be called when what was written down is published, or no longer wanted: what is left of it is taken away, and the
   * note with it. Where that fails, the note stays and the next start tries again. Never rejects.
   */
  settle(): Promise<void>
}

/**
 * Where something unfinished lies, written down before it is made: a killed program leaves it in a folder that nobody may
 * pack into again. For workplaces and for single files (a draft that is written into a published package) alike: whatever
 * bears a `workplaceName`.
 */
export interface PackingJournal {
  /** Never rejects: where nothing can be written down, the work goes on. */
  note(place: Pick<UnfinishedPlace, 'home' | 'names' | 'firstMade'>): Promise<PackingNote>
  /** Takes away what dead runs have left. To be called at the start, in the background; never rejects. */
  sweep(): Promise<void>
}

/** The note of a place that nothing is written down about. */
export const unnoted = async (
  place: Pick<UnfinishedPlace, 'home' | 'names' | 'firstMade'>,
): Promise<PackingNote> => {
  const device = (await deviceOf(place.home)) ?? 0
  return { settle: async () => void (await clearPlace({ ...place, device }).catch(() => undefined)) }
}

/** Opens the journal in the world's data folder; nothing is made there before the first note. */
export function openPackingJournal({
  dataDir,
  log,
  now,
}: Pick<World, 'dataDir' | 'log' | 'now'>): PackingJournal {
  const folder = path.join(dataDir, 'packing')

  const follow = async (file: string): Promise<void> => {
    const note = Note.safeParse(parseJson(await readFile(file, 'utf8')))
    // Ours are written whole: what makes no sense was never one, and says nothing of where to look.
    if (!note.success) return rm(file, { force: true })
    const age = now().getTime() - Date.parse(note.data.at)
    const dead = isDead(note.data)
    if (!dead && age < oldestAlive) return
    if (!dead && !(await allLeftOver(note.data))) return
    const gone = await clearPlace(note.data)
    if (gone || age > keptMs) await rm(file, { force: true })
    log({ level: 'info', event: 'unfinished-package', data: { folder: note.data.home, gone } })
  }

  return {
    async note(place) {
      const device = (await deviceOf(place.home)) ?? 0
      const file = path.join(folder, `${thisHost}-${process.pid}-${randomUUID()}.json`)
      const note: Note = {
        host: thisHost,
        run: self,
        at: now().toISOString(),
        ...place,
        names: [...place.names],
        device,
      }
      let written = false
      try {
        await makeFolders(folder)
        await writeFileAtomically(file, JSON.stringify(note))
        written = true
      } catch (error) {
        log({ level: 'warn', event: 'packing-journal-unusable', data: { folder, error: String(error) } })
      }
      return {
        async settle() {
          try {
            if ((await clearPlace(note)) && written) await rm(file, { force: true })
          } catch (error) {
            log({ level: 'warn', event: 'packing-note-left', data: { file, error: String(error) } })
          }
        },
      }
    },
    async sweep() {
      for (const name of await readdir(folder).catch(() => [])) {
        const file = path.join(folder, name)
        try {
          if (name.endsWith('.json')) await follow(file)
          // Of a note that was being written when its run was killed: nothing had been made yet.
          else if (Date.now() - (await stat(file)).mtimeMs > oldestAlive) await rm(file, { force: true })
        } catch (error) {
          log({ level: 'warn', event: 'packing-note-left', data: { file, error: String(error) } })
        }
      }
    },
  }
}

/** Whether the run has ended, as far as this computer can tell: the number of a dead process may be given to another. */
const isDead = ({ host, run }: Note): boolean =>
  host === thisHost && run.id !== self.id && (run.pid === process.pid || !isAlive(run.pid))

async function allLeftOver({ home, names }: Note): Promise<boolean> {
  const left = await Promise.all(
    names.map(async (name) => {
      const there = await stat(path.join(home, path.basename(name))).then(
        () => true,
        () => false,
      )
      return !there || !isWorkplaceName(name) || isLeftover(home, name)
    }),
  )
  return left.every(Boolean)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
