import { CFB } from '@e965/xlsx'
import yauzl from 'yauzl'

export type OfficeParts =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly bytes: number }

/** An Office file has a few dozen parts; the directory alone must not keep us busy. */
const mostEntries = 10_000

/** Parts that say what the cells are; pictures, drawings, comments and printer settings are left out. */
export const workbookParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.(xml|bin)|xl\/_rels\/[^/]+|xl\/worksheets\/[^/]+\.(xml|bin))$/i

/** Parts of a .docx that hold its text; pictures, embedded files and fonts are left out. */
export const documentParts = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+)$/i

/**
 * Unpacks the needed parts of an Office file, at most `limit` bytes in all. Declared sizes are added up first, and yauzl
 * ends an entry that turns out longer than declared. `bytes` is what the parts would take.
 *
 * @throws Error when the zip's structure cannot be read
 */
export async function unpackParts(content: Buffer, needed: RegExp, limit: number): Promise<OfficeParts> {
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

/** SheetJS's container, which its types leave open. */
interface Container {
  cfb_new(): object
  cfb_add(container: object, path: string, content: Buffer, options: { unsafe: boolean }): void
}

/** A stored zip of checked parts: the libraries that read it would unpack the original without any bound. */
export function repack(
  parts: ReadonlyMap<string, Buffer>,
  edit: (path: string, content: Buffer) => Buffer = (_, content) => content,
): Buffer {
  const { utils, write } = CFB as {
    utils: Container
    write(container: object, options: { fileType: 'zip'; type: 'buffer' }): Buffer
  }
  const container = utils.cfb_new()
  for (const [path, content] of parts)
    utils.cfb_add(container, `/${path}`, edit(path, content), { unsafe: true })
  return write(container, { fileType: 'zip', type: 'buffer' })
}
