import { Fault } from '../../shared/faults.ts'
import type { SourceFile } from './walk.ts'

/** The source files that walks have found, under the ids that clients use. */
export interface Files {
  /** The same path below the same root keeps its id. */
  add(file: SourceFile): string
  /** Makes a file known under an id that it was given earlier: a project's item. */
  put(id: string, file: SourceFile): void
  get(id: string): SourceFile
  find(id: string): SourceFile | undefined
}

export function createFiles(newId: () => string): Files {
  const files = new Map<string, SourceFile>()
  const ids = new Map<string, string>()
  const keyOf = (file: SourceFile) => `${file.root}\0${file.path}`
  const put = (id: string, file: SourceFile) => {
    ids.set(keyOf(file), id)
    files.set(id, file)
  }
  return {
    add(file) {
      const id = ids.get(keyOf(file)) ?? newId()
      put(id, file)
      return id
    },
    put,
    find: (id) => files.get(id),
    get(id) {
      const file = files.get(id)
      if (!file) throw new Fault({ code: 'bad-request', operation: 'file', detail: `no file ${id}` })
      return file
    },
  }
}
