import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar'
import { type BinaryKind, binaryHeadBytes, binaryKind } from './binary-kind.ts'
import { filesBelow } from './files-below.ts'

/** A file of an unpacked tree. */
export interface TreeFile {
  /** Below the tree, or below the archive; with `/`. */
  readonly path: string
  readonly place: 'top' | 'archive' | 'unpacked'
  readonly bytes: number
  readonly kind: BinaryKind | undefined
}

/** A built program as a folder, read once. */
export interface Tree {
  readonly root: string
  readonly files: readonly TreeFile[]
  /** SHA-256 of this is what the program's integrity resource must hold. */
  readonly archiveHeader: string
  readonly readArchived: (file: string) => Buffer
}

export const archiveIn = (root: string): string => path.join(root, 'resources', 'app.asar')
const beside = 'resources/app.asar.unpacked/'

/** @throws when there is no `resources/app.asar` */
export function readTree(root: string): Tree {
  const archive = archiveIn(root)
  if (!existsSync(archive)) throw new Error(`${root} holds no resources/app.asar`)
  const outside = filesBelow(root).map((file): TreeFile => {
    const place = path.join(root, file)
    const facts = { bytes: statSync(place).size, kind: kindOf(place) }
    return file.startsWith(beside)
      ? { path: file.slice(beside.length), place: 'unpacked', ...facts }
      : { path: file, place: 'top', ...facts }
  })
  return {
    root,
    files: [...outside, ...archivedFiles(archive)],
    archiveHeader: getRawHeader(archive).headerString,
    readArchived: (file) => extractFile(archive, path.normalize(file)),
  }
}

function archivedFiles(archive: string): readonly TreeFile[] {
  const content = readFileSync(archive)
  const body = 8 + getRawHeader(archive).headerSize
  return listPackage(archive, { isPack: false }).flatMap((listed): readonly TreeFile[] => {
    const file = listed.slice(1)
    const entry = statFile(archive, file, false)
    // Folders have files, and what lies beside the archive has been read there.
    if (!('offset' in entry) || ('unpacked' in entry && entry.unpacked)) return []
    const start = body + Number(entry.offset)
    const head = content.subarray(start, start + Math.min(entry.size, binaryHeadBytes))
    const name = file.split(path.sep).join('/')
    return [{ path: name, place: 'archive', bytes: entry.size, kind: binaryKind(head) }]
  })
}

function kindOf(file: string): BinaryKind | undefined {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(binaryHeadBytes)
    return binaryKind(head.subarray(0, readSync(handle, head, 0, head.length, 0)))
  } finally {
    closeSync(handle)
  }
}
