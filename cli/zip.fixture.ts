import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import yauzl from 'yauzl'

export interface ZipFile {
  readonly name: string
  readonly content: Buffer
  /** The flag that says so stands at the name. */
  readonly utf8: boolean
  readonly stored: boolean
  readonly modified: Date
}

/** All files of a zip, read by the library's own way and not by the program's. */
export async function readPackage(file: string): Promise<ZipFile[]> {
  const zip = await yauzl.fromBufferPromise(await readFile(file), { lazyEntries: true })
  const files: ZipFile[] = []
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
    files.push({
      name: entry.fileName,
      content: Buffer.concat(parts),
      utf8: (entry.generalPurposeBitFlag & 0x0800) !== 0,
      stored: entry.compressionMethod === 0,
      modified: entry.getLastModDate(),
    })
  }
  return files
}

/** Where things stand in a zip, in bytes from its start. */
export interface ZipPlaces {
  readonly localHeader: number
  readonly data: number
  readonly directory: number
  readonly end: number
}

/** The places of the first entry whose name ends so. */
export function placesIn(zip: Buffer, ending: string): ZipPlaces {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  for (let at = zip.readUInt32LE(end + 16); at < end;) {
    const nameLength = zip.readUInt16LE(at + 28)
    const localHeader = zip.readUInt32LE(at + 42)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength).endsWith(ending)) {
      const data = localHeader + 30 + zip.readUInt16LE(localHeader + 26) + zip.readUInt16LE(localHeader + 28)
      return { localHeader, data, directory: at, end }
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`no entry ${ending}`)
}

/** Whether a program is installed here. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
