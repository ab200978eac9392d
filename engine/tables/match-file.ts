import { baseName } from '../../shared/naming/file-path.ts'
import { clashKey } from '../../shared/paths/paths.ts'
import { documentText } from '../documents/document-text.ts'

/**
 * Finds the file that a form names: by its path as it stands; by the path in Windows' eyes (either slash, either case,
 * composed or decomposed accents); or by the bare name where only one file has it. Undefined when none or several fit.
 */
export function fileMatcher(known: readonly string[]): (text: string) => string | undefined {
  const exact = new Map(known.map((relative) => [documentText(relative).trim(), relative]))
  const folded = unambiguous(known, fold)
  const bare = unambiguous(known, (relative) => baseName(fold(relative)))
  return (text) => exact.get(text) ?? folded.get(fold(text)) ?? bare.get(fold(text))
}

const fold = (path: string): string =>
  clashKey(
    documentText(path)
      .replaceAll('\\', '/')
      .replace(/^(\.?\/)+/, '')
      .trim(),
  )

function unambiguous(
  known: readonly string[],
  keyOf: (relative: string) => string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const several = new Set<string>()
  for (const relative of known) {
    const key = keyOf(relative)
    if (found.has(key)) several.add(key)
    found.set(key, relative)
  }
  for (const key of several) found.delete(key)
  return found
}
