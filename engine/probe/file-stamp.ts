import { stat } from 'node:fs/promises'

/** What changes when a file is written: by it a file is known again. */
export interface FileStamp {
  readonly bytes: number
  /** Nanoseconds since 1970, in decimal: more than a number holds. */
  readonly mtimeNs: string
}

/** A regular file's stamp. Rejects with the system's error; anything but a file is EISDIR. */
export const stampOf = async (path: string): Promise<FileStamp> => {
  const stats = await stat(path, { bigint: true })
  if (!stats.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' })
  return { bytes: Number(stats.size), mtimeNs: String(stats.mtimeNs) }
}

export const sameStamp = (a: FileStamp, b: FileStamp): boolean =>
  a.bytes === b.bytes && a.mtimeNs === b.mtimeNs

/** When a file of this stamp was last written, ISO 8601 in UTC. */
export const modifiedOf = ({ mtimeNs }: FileStamp): string =>
  new Date(Number(BigInt(mtimeNs) / 1_000_000n)).toISOString()
