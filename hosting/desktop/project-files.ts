import path from 'node:path'
import { isFile } from './regular-file.ts'

/**
 * The project files among the words that a program was started with, as absolute paths. Whatever else stands there (the
 * program itself, switches of Chromium's, folders, files of other kinds) opens nothing.
 *
 * @param folder where it was started, for paths that are not absolute
 */
export const projectFilesIn = (words: readonly string[], folder: string): readonly string[] =>
  words
    .filter((word) => !word.startsWith('-') && /\.kepuri$/i.test(word) && !word.includes('\0'))
    .map((word) => path.resolve(folder, word))
    .filter(isFile)

/** Project files that were opened from the file manager, kept until a page hears of them. */
export interface ProjectInbox {
  open(files: readonly string[]): void
  /** The page hears from now on. */
  hearing(): void
  /** There is no page that hears. */
  gone(): void
}

export function projectInbox(claim: (file: string) => string, send: (claim: string) => void): ProjectInbox {
  let kept: string[] = []
  let heard = false
  const deliver = () => {
    if (!heard) return
    const claims = kept
    kept = []
    claims.forEach(send)
  }
  return {
    open(files) {
      kept.push(...files.map(claim))
      deliver()
    },
    hearing() {
      heard = true
      deliver()
    },
    gone: () => void (heard = false),
  }
}
