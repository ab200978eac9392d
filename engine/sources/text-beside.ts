import { readFile } from 'node:fs/promises'
import type { TextBeside } from '../../shared/naming/captions-beside.ts'
import type { Item } from '../../shared/project/submission.ts'
import { sniffText } from '../probe/sniff-text.ts'
import type { Files } from './files.ts'

/** Notes are short; a long text beside the pictures is something else. */
const longest = 256 * 1024

/** The plain-text files among the items, in whatever encoding they were saved. What cannot be read says nothing. */
export async function textsBeside(items: readonly Item[], files: Files): Promise<TextBeside[]> {
  const notes = items.filter(({ facts }) => facts.format === 'text' && facts.bytes <= longest)
  const texts = await Promise.all(
    notes.map(async ({ id, relative }) => {
      const content = await readFile(files.get(id).path).catch(() => undefined)
      const text = content && sniffText(content)
      return text === undefined ? undefined : { relative, text: text.replace(/^\uFEFF/, '') }
    }),
  )
  return texts.filter((text) => text !== undefined)
}
