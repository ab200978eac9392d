import yauzl from 'yauzl'

export type WorkbookParts =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly bytes: number }

/** A workbook has a few dozen parts; the directory alone must not keep us busy. */
const mostEntries = 10_000

/** Parts that say what the cells are; pictures, drawings, comments and printer settings are left out. */
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.(xml|bin)|xl\/_rels\/[^/]+|xl\/worksheets\/[^/]+\.(xml|bin))$/i

/**
 * Unpacks what is needed of an .xlsx, at most `limit` bytes in all. Declared sizes are added up first, and yauzl ends an
 * entry that turns out longer than declared. `bytes` is what the parts would take.
 *
 * @throws Error when the zip's structure cannot be read
 */
export async function unpackWorkbook(content: Buffer, limit: number): Promise<WorkbookParts> {
  const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true })
  if (zip.entryCount > mostEntries) throw new Error(`too many entries: ${zip.entryCount}`)
  const entries: yauzl.Entry[] = []
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    if (!needed.test(entry.fileName)) continue
    entries.push(entry)
    bytes += entry.uncompressedSize
  }
  if (bytes > limit) return { ok: false, bytes }
  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    const chunks: Buffer[] = []
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
      chunks.push(chunk)
    parts.set(entry.fileName, Buffer.concat(chunks))
  }
  return { ok: true, parts }
}
