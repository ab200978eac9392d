import { type FileHandle, open, stat } from 'node:fs/promises'
import { openRegular } from '../open-regular.ts'

/** What a bundle is made of, and what could not be had for it. */
export interface Bundle {
  /** Puts a file in; the first of a name counts. */
  add(name: string, content: string): void
  /** Does a part of the work; where it fails, that is a line in the bundle and no more. */
  attempt(what: string, work: () => Promise<void>): Promise<void>
  /** Writes down what is missing, or was cut. */
  trouble(what: string, why: string): void
}

export interface CollectedBundle extends Bundle {
  readonly files: ReadonlyMap<string, string>
  readonly troubles: readonly string[]
}

export function collectBundle(): CollectedBundle {
  const files = new Map<string, string>()
  const troubles: string[] = []
  const trouble = (what: string, why: string) => void troubles.push(`${what}：${why}`)
  return {
    files,
    troubles,
    trouble,
    add: (name, content) => void (files.has(name) || files.set(name, content)),
    async attempt(what, work) {
      try {
        await work()
      } catch (error) {
        trouble(what, reasonOf(error))
      }
    },
  }
}

/** The system's code and words; of a stack only the head. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 500) : String(error).slice(0, 500)

/**
 * The last part of a regular file as text; a pipe or a device of its name is not waited for.
 *
 * @returns the text and whether something stands before it
 */
export async function tailOf(file: string, most: number): Promise<{ text: string; cut: boolean }> {
  const handle = (await openRegular(file)) ?? (await refused(file))
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, most)
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await handle.read(buffer, 0, length, size - length)
    return { text: buffer.toString('utf8', 0, bytesRead), cut: size > length }
  } finally {
    await handle.close()
  }
}

/** Why a file cannot be opened, as the system says it. */
async function refused(file: string): Promise<FileHandle> {
  if (!(await stat(file)).isFile()) throw new Error('不是普通文件')
  return open(file)
}
