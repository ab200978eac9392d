import { clashKey } from '../paths/paths.ts'
import { baseName, stemOf } from './file-path.ts'

/** A text file that lies among the pictures, by its path below the dropped folder. */
export interface TextBeside {
  readonly relative: string
  readonly text: string
}

/** A picture's own text file holds no more than this; a longer one is something else. */
const longestCaption = 500
const folderOf = (relative: string): string => relative.slice(0, relative.length - baseName(relative).length)
const keyOf = (folder: string, name: string): string => clashKey(`${folder}${name}`)

/**
 * Captions that somebody has already written beside the files: `IMG_1201.txt` next to `IMG_1201.JPG`, or lines of a
 * text file in the same folder that begin with a file's name (`IMG_1201.JPG：学生体验…`, `IMG_1201 学生体验…`).
 *
 * @returns caption by the file's relative path
 */
export function captionsBeside(
  files: readonly string[],
  texts: readonly TextBeside[],
): ReadonlyMap<string, string> {
  const byName = new Map<string, string>()
  for (const relative of files) {
    const folder = folderOf(relative)
    byName.set(keyOf(folder, baseName(relative)), relative)
    const stem = keyOf(folder, stemOf(relative))
    // Two files of one stem (a Live Photo's picture and film): the stem alone does not tell which is meant.
    byName.set(stem, byName.has(stem) ? '' : relative)
  }
  const captions = new Map<string, string>()
  for (const { relative, text } of texts) {
    const folder = folderOf(relative)
    const own = byName.get(keyOf(folder, stemOf(relative)))
    const whole = text.trim().replace(/\s*\n\s*/g, ' ')
    if (own && whole.length <= longestCaption) captions.set(own, whole)
    else for (const line of text.split(/\r?\n/)) addLine(line, folder, byName, captions)
  }
  return new Map([...captions].filter(([, caption]) => caption !== ''))
}

/** A list's number before the name: 2、 or 3. */
const listNumber = /^\d{1,3}[.、．)）] {0,3}/u
/** What may stand between a name and its caption. */
const separators = new Set('：:\t —-')
/** Longer than any file's name. */
const longestName = 260

function addLine(
  line: string,
  folder: string,
  byName: ReadonlyMap<string, string>,
  captions: Map<string, string>,
): void {
  const trimmed = line.slice(0, longestName + longestCaption).trim()
  const text = trimmed.replace(listNumber, '')
  for (let at = 1; at < Math.min(text.length, longestName); at += 1) {
    if (!separators.has(text[at] ?? '')) continue
    const file = byName.get(keyOf(folder, text.slice(0, at).trimEnd()))
    if (!file) continue
    let start = at
    while (separators.has(text[start] ?? '')) start += 1
    const caption = text.slice(start)
    if (caption !== '' && !captions.has(file)) captions.set(file, caption)
    return
  }
}
