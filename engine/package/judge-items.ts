import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { extensionOf } from '../../shared/naming/file-path.ts'
import { countsOf } from '../../shared/packing/counts.ts'
import { checksumsName, type Manifest, manifestName } from '../../shared/packing/manifest.ts'
import type { Contents } from './contents.ts'

type Said = ReadonlySet<string | undefined>

/** Every file is an item or a document of the manifest, each stands there once, and each is there. */
export function listProblems(manifest: Manifest, { files }: Contents, said: Said): VerifyProblem[] {
  const problems: VerifyProblem[] = []
  const listed = new Set<string>([manifestName, checksumsName])
  for (const path of [...manifest.items.map((item) => item.path), ...manifest.documents]) {
    if (listed.has(path)) problems.push({ code: 'file-repeated', item: path })
    else if (!files.has(path) && !said.has(path)) problems.push({ code: 'file-missing', item: path })
    listed.add(path)
  }
  for (const path of files.keys())
    if (!listed.has(path) && !said.has(path)) problems.push({ code: 'file-unlisted', item: path })
  return problems
}

/** Files are what the manifest says they are: by checksum, by size, and by their first bytes. */
export function itemProblems(manifest: Manifest, { files }: Contents, said: Said): VerifyProblem[] {
  const items = manifest.items.flatMap(({ path: item, facts }): VerifyProblem[] => {
    const file = files.get(item)
    if (!file || said.has(item)) return []
    if (file.sha256 !== facts.sha256)
      return [{ code: 'checksum-differs', item, expected: facts.sha256, actual: file.sha256 }]
    if (file.bytes !== facts.bytes)
      return [{ code: 'size-differs', item, expected: facts.bytes, actual: file.bytes }]
    // What we could not name then, a later version may name.
    if (file.format !== facts.format && facts.format !== 'unknown')
      return [{ code: 'format-differs', item, expected: facts.format, actual: file.format }]
    return []
  })
  const documents = manifest.documents.flatMap((item): VerifyProblem[] => {
    const file = files.get(item)
    const expected = officeFormats[extensionOf(item)]
    if (!file || !expected || said.has(item)) return []
    // From its beginning alone an office file is a zip.
    const fits = file.format === expected || file.format === 'zip'
    return fits ? [] : [{ code: 'format-differs', item, expected, actual: file.format }]
  })
  return [...items, ...documents]
}

const officeFormats: Readonly<Record<string, 'word' | 'excel'>> = { docx: 'word', xlsx: 'excel' }

/** The counts of a package in one part are those of its lists; one part of several holds no more than the whole. */
export function countProblems(manifest: Manifest): VerifyProblem[] {
  const items = manifest.items.map(({ original, facts }) => ({
    id: '',
    relative: original,
    fields: {},
    facts,
  }))
  const actual = countsOf({ items, rows: manifest.rows })
  const { counts: expected } = manifest
  const several = manifest.part.of > 1
  const same = (['images', 'videos', 'rows', 'total'] as const).every((kind) =>
    several ? actual[kind] <= expected[kind] : actual[kind] === expected[kind],
  )
  if (same && actual.total === manifest.items.length + manifest.rows.length) return []
  if (several ? actual.total > expected.total : expected.total !== actual.total)
    return [{ code: 'counts-differ', expected: expected.total, actual: actual.total }]
  return [{ code: 'counts-differ', expected, actual }]
}
