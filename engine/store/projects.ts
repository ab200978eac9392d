import { readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { type ProjectDocument } from '../../shared/project/document.ts'
import { readProject } from '../../shared/project/read-project.ts'
import type { World } from '../world.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { makeFolders } from './make-folders.ts'
import { writeFault } from './system-fault.ts'

/** A project file that could not be read and was put out of the way, so that nothing of it is lost. */
export interface SetAside {
  readonly project: string
  /** Where it lies now. */
  readonly path: string
}

/** The clerk's projects on disk: one JSON file each, replaced whole and flushed at every change. */
export interface Projects {
  /** All readable projects, the one changed last first, and those that had to be set aside. */
  list(): Promise<{ projects: ProjectDocument[]; aside: SetAside[] }>
  /** @throws Fault `project-unknown`, `project-too-new`, `project-damaged` */
  open(id: string): Promise<ProjectDocument>
  /** Changes of one project are written one after the other, each on the document that the one before left. */
  change(id: string, change: (document: ProjectDocument) => ProjectDocument): Promise<ProjectDocument>
  create(document: ProjectDocument): Promise<void>
  /** Puts a project among the removed ones, from where it can be brought back by hand. */
  remove(id: string): Promise<void>
}

export function openProjects({ dataDir, now, log }: Pick<World, 'dataDir' | 'now' | 'log'>): Projects {
  const folder = path.join(dataDir, 'projects')
  const place = (id: string) => path.join(folder, `${id}.json`)
  const current = new Map<string, ProjectDocument>()
  const turns = new Map<string, Promise<unknown>>()

  let swept: Promise<void> | undefined
  /** Takes away temporary files of writes that were killed: before the first of our own is there. */
  const sweep = (): Promise<void> =>
    (swept ??= (async () => {
      for (const name of await readdir(folder).catch(() => []))
        if (name.endsWith('.tmp')) await rm(path.join(folder, name), { force: true }).catch(() => undefined)
    })())

  const write = async (document: ProjectDocument): Promise<void> => {
    try {
      await makeFolders(folder)
      await sweep()
      await writeFileAtomically(place(document.id), JSON.stringify(document))
    } catch (error) {
      throw writeFault(error, folder)
    }
    current.set(document.id, document)
  }

  const open = async (id: string): Promise<ProjectDocument> => {
    const known = current.get(id)
    if (known) return known
    // The id comes from a client and becomes a file's name.
    if (!/^[A-Za-z0-9-]{1,64}$/.test(id)) throw new Fault({ code: 'project-unknown', project: id })
    const text = await readFile(place(id), 'utf8').catch((error: unknown) => {
      throw new Fault({ code: 'project-unknown', project: id }, { cause: error })
    })
    const read = readProject(text)
    if (read.ok) {
      current.set(id, read.document)
      return read.document
    }
    if (read.problem === 'too-new') throw new Fault({ code: 'project-too-new', project: id })
    throw new Fault({ code: 'project-damaged', project: id, path: await setAside(id) })
  }

  const setAside = async (id: string): Promise<string> => {
    const aside = `${place(id)}.damaged-${now().getTime()}`
    await rename(place(id), aside)
    log({ level: 'error', event: 'project-set-aside', data: { project: id, path: aside } })
    return aside
  }

  /** Runs after everything that was asked for this project before, whether that worked or not. */
  const inTurn = <T>(id: string, action: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(id) ?? Promise.resolve()).then(action, action)
    turns.set(id, turn)
    return turn
  }

  return {
    open: (id) => inTurn(id, () => open(id)),
    change: (id, change) =>
      inTurn(id, async () => {
        const before = await open(id)
        const document = { ...change(before), revision: before.revision + 1, changedAt: now().toISOString() }
        await write(document)
        return document
      }),
    create: (document) => inTurn(document.id, () => write(document)),
    remove: (id) =>
      inTurn(id, async () => {
        await open(id)
        const removed = path.join(folder, 'removed')
        await makeFolders(removed)
        await rename(place(id), path.join(removed, `${id}-${now().getTime()}.json`))
        current.delete(id)
      }),
    async list() {
      await sweep()
      const names = await readdir(folder).catch(() => [])
      const projects: ProjectDocument[] = []
      const aside: SetAside[] = []
      for (const name of names) {
        const id = /^([A-Za-z0-9-]{1,64})\.json$/.exec(name)?.[1]
        if (id === undefined) continue
        try {
          projects.push(await inTurn(id, () => open(id)))
        } catch (error) {
          if (!(error instanceof Fault)) throw error
          if (error.data.code === 'project-damaged') aside.push({ project: id, path: error.data.path })
        }
      }
      return { projects: projects.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)), aside }
    },
  }
}
