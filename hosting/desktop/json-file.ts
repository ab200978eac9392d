import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'

/** A small file of the window's own, read whole and never trusted: whatever does not fit is as if it were not there. */
export interface JsonFile<T> {
  read(): T | undefined
  /** False when it could not be written; nothing of the clerk's work is in it. */
  write(value: T): boolean
}

export function jsonFile<T>(file: string, schema: z.ZodType<T>): JsonFile<T> {
  return {
    read() {
      try {
        return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
      } catch {
        return undefined
      }
    },
    write(value) {
      try {
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(`${file}.new`, JSON.stringify(value))
        renameSync(`${file}.new`, file)
        return true
      } catch {
        return false
      }
    },
  }
}
