import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { rootOf } from '../../shared/paths/paths.ts'
import { realPlace } from './places.ts'

/** What a place lies on, as far as it can be told. */
export interface Volume {
  /** Another computer's disk, or one that may be pulled out; undefined for neither, and where nothing is known. */
  readonly kind: 'network' | 'removable' | undefined
  /** Largest file that the file system holds, in bytes, where that is less than anybody needs. */
  readonly largestFile: number | undefined
  /** Free for us, in bytes; undefined where the system does not say. */
  readonly free: number | undefined
  /** Whether the system names the kind of file system at all: Windows does not. */
  readonly named: boolean
}

/** FAT keeps sizes in 32 bits. */
export const fatLargestFile = 2 ** 32 - 1

/** `f_type` of statfs(2) on Linux: linux/magic.h, and the file systems' own headers. */
const magic = {
  nfs: 0x6969,
  smb: 0x517b,
  cifs: 0xff534d42,
  smb2: 0xfe534d42,
  afs: 0x5346414f,
  ceph: 0x00c36400,
  coda: 0x73757245,
  fat: 0x4d44,
  exfat: 0x2011bab0,
} as const
const ofNetworks: readonly number[] = [
  magic.nfs,
  magic.smb,
  magic.cifs,
  magic.smb2,
  magic.afs,
  magic.ceph,
  magic.coda,
]

/**
 * What a real path lies on. Honest limits: Windows tells nothing but the path, so a stick there is not told from a disk; a
 * mapped drive is, for following its letter gives its share (`realPlace`). Programs that show a cloud or a phone as a
 * folder (FUSE) look like disks, but for those of the GNOME desktop.
 *
 * @param type of `statfs`; 0 where the system does not use it
 */
export function volumeKind(place: string, type: number, platform: NodeJS.Platform): Volume['kind'] {
  if (platform === 'win32') return rootOf(place, 'windows').kind === 'share' ? 'network' : undefined
  if (platform !== 'linux') return undefined
  const unsigned = type >>> 0
  if (ofNetworks.includes(unsigned) || /^\/run\/user\/\d+\/gvfs\//u.test(place)) return 'network'
  const mounted = /^\/(run\/)?media\//u.test(place)
  return mounted || unsigned === magic.fat || unsigned === magic.exfat ? 'removable' : undefined
}

/** The largest file of a file system; undefined where it does not matter or is not known. */
export const largestFile = (type: number, platform: NodeJS.Platform): number | undefined =>
  platform === 'linux' && type >>> 0 === magic.fat ? fatLargestFile : undefined

/** What `statfs` tells; `frsize` is absent in older types of Node. */
interface Blocks {
  readonly blocks: number
  readonly bavail: number
  readonly bsize: number
  readonly frsize?: number
}

/**
 * Bytes that are free for us. Blocks are counted in `frsize` (statvfs(3)), which file systems in user space may give apart
 * from the size that they like to be written in. One that knows nothing of its size answers zeros (libfuse without `statfs`).
 */
export const freeBytes = ({ blocks, bavail, bsize, frsize }: Blocks): number | undefined =>
  blocks === 0 ? undefined : bavail * (frsize || bsize)

/** The volume of a place that is there. Never fails: what cannot be told is left out. */
export async function volumeOf(place: string): Promise<Volume> {
  const { platform } = process
  const real = await realPlace(path.resolve(place))
  const status = await statfs(real).catch(() => undefined)
  const type = status?.type ?? 0
  return {
    kind: volumeKind(real, type, platform),
    largestFile: largestFile(type, platform),
    free: status && freeBytes(status),
    named: platform === 'linux' && status !== undefined,
  }
}
