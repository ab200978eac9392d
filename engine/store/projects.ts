import { lstat, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault, type FaultData } from '../../shared/faults.ts'
import type { DraftItem, ProjectDocument } from '../../shared/project/document.ts'
import { readProject } from '../../shared/project/read-project.ts'
import type { World } from '../world.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { makeFolders } from './make-folders.ts'
import { patiently } from './patiently.ts'
import { renamePatiently } from './rename-patiently.ts'
import { readFault, writeFault } from './system-fault.ts'
import { systemReason } from './system-reason.ts'
import { sweepTemporaries } from './temporary-files.ts'

/** A project file that could not be read and was put out of the way, so that nothing of it is lost. */
export interface SetAside {
  readonly project: string
  /** Where it lies now. */
  readonly path: string
}

/** A project file that is left where it is and cannot be opened, at least for now. */
export interface Unopenable {
  readonly project: string
  readonly fault: FaultData
}

/** The clerk's projects on disk: one JSON file each, replaced whole and flushed at every change. */
export interface Projects {
  /**
   * All readable projects, the one changed last first, those that had to be set aside, and all others that are there.
   *
   * @throws Fault `not-readable` where the folder of projects is there and cannot be read
   */
  list(): Promise<{ projects: ProjectDocument[]; aside: SetAside[]; unopenable: Unopenable[] }>
  /** @throws Fault `project-unknown`, `project-too-new`, `project-damaged`, `not-readable` */
  open(id: string): Promise<ProjectDocument>
  /** Changes of one project are written one after the other, each on the document that the one before left. */
  change(id: string, change: (document: ProjectDocument) => ProjectDocument): Promise<ProjectDocument>
  create(document: ProjectDocument): Promise<void>
  /** The same, where nothing bears the project's id yet, not even what cannot be read; whether it did. */
  createBeside(document: ProjectDocument): Promise<boolean>
  /** Puts a project among the removed ones, from where it can be brought back by hand. */
  remove(id: string): Promise<void>
  /** Projects that can be read. Only looks: nothing is set aside or swept. */
  documents(of: 'projects' | 'removed'): Promise<ProjectDocument[]>
  /** Where their items come from. */
  sources(of: 'projects' | 'removed'): Promise<DraftItem['source'][]>
}

export function openProjects({ dataDir, now, log }: Pick<World, 'dataDir' | 'now' | 'log'>): Projects {
  const folder = path.join(dataDir, 'projects')
  const removedFolder = path.join(folder, 'removed')
  const place = (id: string) => path.join(folder, `${id}.json`)
  const current = new Map<string, ProjectDocument>()
  const turns = new Map<string, Promise<unknown>>()

  let swept: Promise<void> | undefined
  const sweep = (): Promise<void> => (swept ??= sweepTemporaries(folder))

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
    const text = await patiently(() => readFile(place(id), 'utf8')).catch((error: unknown) => {
      throw systemReason(error) === 'ENOENT'
        ? new Fault({ code: 'project-unknown', project: id }, { cause: error })
        : readFault(error, place(id))
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
    await renamePatiently(place(id), aside).catch((error: unknown) => {
      throw readFault(error, place(id))
    })
    log({ level: 'error', event: 'project-set-aside', data: { project: id, path: aside } })
    return aside
  }

  /** Runs after everything that was asked for this project before, whether that worked or not. */
  const inTurn = <T>(id: string, action: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(id) ?? Promise.resolve()).then(action, action)
    turns.set(id, turn)
    return turn
  }

  const documents = async (of: 'projects' | 'removed'): Promise<ProjectDocument[]> => {
    const home = of === 'projects' ? folder : removedFolder
    const all: ProjectDocument[] = []
    for (const name of await readdir(home).catch(() => [])) {
      const id = path.basename(name, '.json')
      if (name === id) continue
      const document =
        (of === 'projects' ? current.get(id) : undefined) ?? (await look(path.join(home, name)))
      if (document) all.push(document)
    }
    return all
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
    createBeside: (document) =>
      inTurn(document.id, async () => {
        const isTaken = await lstat(place(document.id)).then(
          () => true,
          (error: unknown) => {
            if (systemReason(error) === 'ENOENT') return false
            throw writeFault(error, folder)
          },
        )
        if (!isTaken) await write(document)
        return !isTaken
      }),
    remove: (id) =>
      inTurn(id, async () => {
        await open(id)
        await makeFolders(removedFolder)
        await renamePatiently(place(id), path.join(removedFolder, `${id}-${now().getTime()}.json`))
        current.delete(id)
      }),
    async list() {
      await sweep()
      const names = await patiently(() => readdir(folder)).catch((error: unknown) => {
        if (['ENOENT', 'ENOTDIR'].includes(systemReason(error))) return []
        throw readFault(error, folder)
      })
      const projects: ProjectDocument[] = []
      const aside: SetAside[] = []
      const unopenable: Unopenable[] = []
      for (const name of names) {
        const id = /^([A-Za-z0-9-]{1,64})\.json$/.exec(name)?.[1]
        if (id === undefined) continue
        try {
          projects.push(await inTurn(id, () => open(id)))
        } catch (error) {
          if (!(error instanceof Fault)) throw error
          if (error.data.code === 'project-damaged') aside.push({ project: id, path: error.data.path })
          // Removed since the folder was read.
          else if (error.data.code !== 'project-unknown') unopenable.push({ project: id, fault: error.data })
        }
      }
      projects.sort((a, b) => b.changedAt.localeCompare(a.changedAt))
      return { projects, aside, unopenable }
    },
    documents,
    async sources(of) {
      const items = (await documents(of)).flatMap(({ tasks }) =>
        Object.values(tasks).flatMap((task) => task.items),
      )
      return items.map(({ source }) => source)
    },
  }
}

async function look(file: string): Promise<ProjectDocument | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const read = text === undefined ? undefined : readProject(text)
  return read?.ok ? read.document : undefined
}
