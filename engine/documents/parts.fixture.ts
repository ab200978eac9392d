import { rewriteZip } from './rewrite-zip.ts'

/** The XML parts of an Office file by name. */
export async function partsOf(content: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  rewriteZip(content, new Date(2023, 0, 1), (name, text) => {
    parts.set(name, text())
    return undefined
  })
  return parts
}
