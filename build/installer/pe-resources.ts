/** A resource of a Windows program: names are strings or numbers (as text). */
export interface PeResource {
  readonly type: string
  readonly name: string
  readonly data: Buffer
}

/** Types that Windows itself numbers. */
export const resourceTypes = { icon: '3', iconGroup: '14', version: '16' } as const

interface Section {
  readonly address: number
  readonly size: number
  readonly at: number
}

/**
 * The resources of a PE32+ file: what Explorer shows of a program, and the mark of its archive that Electron compares.
 *
 * @returns none where the file has no resource directory
 */
export function peResources(file: Buffer): readonly PeResource[] {
  const pe = file.readUInt32LE(0x3c)
  const optional = pe + 24
  const directory = optional + (file.readUInt16LE(optional) === 0x20b ? 112 : 96) + 2 * 8
  const root = file.readUInt32LE(directory)
  if (root === 0) return []
  const sections = readSections(file, pe)
  const base = offsetOf(root, sections)
  return entries(file, base, 0).flatMap((type) =>
    entries(file, base, type.at).flatMap((name) =>
      entries(file, base, name.at).map((language) => {
        const leaf = base + language.at
        const start = offsetOf(file.readUInt32LE(leaf), sections)
        return {
          type: type.id,
          name: name.id,
          data: file.subarray(start, start + file.readUInt32LE(leaf + 4)),
        }
      }),
    ),
  )
}

function readSections(file: Buffer, pe: number): readonly Section[] {
  const first = pe + 24 + file.readUInt16LE(pe + 20)
  return Array.from({ length: file.readUInt16LE(pe + 6) }, (_, index) => {
    const at = first + index * 40
    return {
      size: file.readUInt32LE(at + 16),
      address: file.readUInt32LE(at + 12),
      at: file.readUInt32LE(at + 20),
    }
  })
}

function offsetOf(address: number, sections: readonly Section[]): number {
  const section = sections.find((one) => address >= one.address && address < one.address + one.size)
  if (!section) throw new Error(`no section holds the address ${address}`)
  return section.at + address - section.address
}

/** One level of the tree: ids with the offset of what lies below, from the directory's start. */
function entries(file: Buffer, base: number, offset: number): readonly { id: string; at: number }[] {
  const start = base + offset
  const count = file.readUInt16LE(start + 12) + file.readUInt16LE(start + 14)
  return Array.from({ length: count }, (_, index) => {
    const at = start + 16 + index * 8
    return { id: idOf(file, base, file.readUInt32LE(at)), at: file.readUInt32LE(at + 4) & 0x7fffffff }
  })
}

function idOf(file: Buffer, base: number, id: number): string {
  if ((id & 0x80000000) === 0) return String(id)
  const at = base + (id & 0x7fffffff)
  return file.toString('utf16le', at + 2, at + 2 + file.readUInt16LE(at) * 2)
}

/** The strings of a version resource (`ProductName`, `FileVersion` …), as far as they are of these names. */
export function versionString(version: Buffer, name: string): string | undefined {
  const key = Buffer.from(`${name}\0`, 'utf16le')
  const found = version.indexOf(key)
  if (found === -1) return undefined
  // The value begins at the next multiple of four and ends with a zero.
  const start = Math.ceil((found + key.length) / 4) * 4
  for (let end = start; end + 1 < version.length; end += 2)
    if (version.readUInt16LE(end) === 0) return version.toString('utf16le', start, end)
  return undefined
}
