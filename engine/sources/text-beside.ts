import { readFile } from 'node:fs/promises'
import type { TextBeside } from '../../shared/naming/captions-beside.ts'
import { sniffText } from '../probe/sniff-text.ts'

/** Notes are short; a long text beside the pictures is something else. */
const longest = 256 * 1024

interface Note {
  readonly path: string
  readonly relative: string
  readonly bytes: number
}

/** What plain-text files say, in whatever encoding they were saved. What cannot be read, or is no text, says nothing. */
export async function textsBeside(notes: readonly Note[]): Promise<TextBeside[]> {
  const texts = await Promise.all(
    notes
      .filter(({ bytes }) => bytes <= longest)
      .map(async ({ path, relative }) => {
        const content = await readFile(path).catch(() => undefined)
        const text = content && sniffText(content)
        return text === undefined ? undefined : { relative, text: text.replace(/^\uFEFF/, '') }
      }),
  )
  return texts.filter((text) => text !== undefined)
}
