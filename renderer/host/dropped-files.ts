import { Fault } from '../../shared/faults.ts'
import { clashKey } from '../../shared/paths/paths.ts'

/** A file on its way in, under the path that it has below what was dropped, the dropped folder's own name first. */
export interface Dropped {
  readonly path: string
  readonly file: File
}

/** What a drop holds. To be called within the drop event: its data is gone afterwards. */
export function entriesOf(data: DataTransfer): readonly FileSystemEntry[] {
  return [...data.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry ? [entry] : []
  })
}

/**
 * Every file of the entries and of the folders below them.
 *
 * @throws Fault `not-found`, `not-readable`, `cancelled`
 */
export async function filesOf(
  entries: readonly FileSystemEntry[],
  signal: AbortSignal | undefined,
): Promise<readonly Dropped[]> {
  const names = distinct(entries.map(({ name }) => name))
  const found: Dropped[] = []
  const walk = async (entry: FileSystemEntry, path: string): Promise<void> => {
    if (signal?.aborted) throw new Fault({ code: 'cancelled' })
    if (entry.isFile) found.push({ path, file: await fileOf(entry as FileSystemFileEntry, path) })
    else
      for (const child of await childrenOf(entry as FileSystemDirectoryEntry, path))
        await walk(child, `${path}/${child.name}`)
  }
  for (const [index, entry] of entries.entries()) await walk(entry, names[index] ?? entry.name)
  return found
}

/** Files that were chosen in a dialog: those of a folder bring its name along. */
export function chosenFiles(files: readonly File[]): readonly Dropped[] {
  const names = distinct(files.map((file) => file.webkitRelativePath || file.name))
  return files.map((file, index) => ({ path: names[index] ?? file.name, file }))
}

/** Two folders of one name, as a search brings them up from different places, must not run into each other. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    const end = dot > 0 ? dot : name.length
    let free = name
    for (let number = 2; taken.has(clashKey(free)); number += 1)
      free = `${name.slice(0, end)} (${number})${name.slice(end)}`
    taken.add(clashKey(free))
    return free
  })
}

const fileOf = (entry: FileSystemFileEntry, path: string): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, (error) => reject(unreadable(error, path))))

/** A folder gives its children in portions (Chrome: a hundred), until an empty one. */
async function childrenOf(folder: FileSystemDirectoryEntry, path: string): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, (error) => reject(unreadable(error, path))),
    )
    if (portion.length === 0) return children
    children.push(...portion)
  }
}

/** What a browser says of a file that it cannot read, as a fault. */
export function unreadable(error: unknown, path: string): Fault {
  const gone = error instanceof DOMException && error.name === 'NotFoundError'
  return new Fault(gone ? { code: 'not-found', path } : { code: 'not-readable', path, reason: 'EACCES' }, {
    cause: error,
  })
}
