import { Fault } from '../../shared/faults.ts'
import type { SourceFile } from './walk.ts'

/** The source files that walks have found, under the ids that clients use. */
export interface Files {
  /** The same path below the same root keeps its id. */
  add(file: SourceFile): string
  /** Makes a file known under an id that it was given earlier: a project's item. */
  put(id: string, file: SourceFile): void
  get(id: string): SourceFile
  /** The file of an id, if it is known at this moment. */
  look(id: string): SourceFile | undefined
  /** The files of ids; an engine that has just begun looks them up in the projects on the disk first. */
  reach(ids: readonly string[]): Promise<SourceFile[]>
  /** The same, undefined for ids that stand for no file. */
  seek(ids: readonly string[]): Promise<(SourceFile | undefined)[]>
  /** All that are known at the moment. */
  known(): readonly SourceFile[]
}

/** @param restore makes the items of all projects known */
export function createFiles(newId: () => string, restore: () => Promise<void>): Files {
  const files = new Map<string, SourceFile>()
  const ids = new Map<string, string>()
  const keyOf = (file: SourceFile) => `${file.root}\0${file.path}`
  const put = (id: string, file: SourceFile) => {
    ids.set(keyOf(file), id)
    files.set(id, file)
  }
  const get = (id: string): SourceFile => {
    const file = files.get(id)
    if (!file) throw new Fault({ code: 'bad-request', operation: 'file', detail: `no file ${id}` })
    return file
  }
  const lookUp = async (wanted: readonly string[]): Promise<void> => {
    if (wanted.some((id) => !files.has(id))) await restore()
  }
  return {
    add(file) {
      const id = ids.get(keyOf(file)) ?? newId()
      put(id, file)
      return id
    },
    put,
    get,
    look: (id) => files.get(id),
    async reach(wanted) {
      await lookUp(wanted)
      return wanted.map(get)
    },
    async seek(wanted) {
      await lookUp(wanted)
      return wanted.map((id) => files.get(id))
    },
    known: () => [...files.values()],
  }
}
