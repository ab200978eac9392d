import { Fault } from '../../shared/faults.ts'
import type { SourceFile } from './walk.ts'

/** The source files that walks have found, under the ids that clients use. */
export interface Files {
  /** The same path below the same root keeps its id. */
  add(file: SourceFile): string
  get(id: string): SourceFile
}

export function createFiles(newId: () => string): Files {
  const files = new Map<string, SourceFile>()
  const ids = new Map<string, string>()
  return {
    add(file) {
      const key = `${file.root}\0${file.path}`
      const id = ids.get(key) ?? newId()
      ids.set(key, id)
      files.set(id, file)
      return id
    },
    get(id) {
      const file = files.get(id)
      if (!file) throw new Fault({ code: 'bad-request', operation: 'file', detail: `no file ${id}` })
      return file
    },
  }
}
