import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Unreadable } from '../../shared/facts.ts'

/** A file of a few hundred bytes may lie in the directory itself (NTFS) and take no block of its own. */
const leastOfBlocks = 4096

/**
 * Whether a file's content is still in the cloud (OneDrive, 网盘): on Windows such a file has a size and takes no room on
 * the disk. Elsewhere that is an ordinary sparse file. Opening it downloads nothing, reading does. Node shows none of the
 * attributes by which Windows tells it, and so a file that the disk keeps compressed as a whole (`compact /exe`) is taken
 * for one.
 */
export const isInCloud = ({ size, blocks }: Pick<Stats, 'size' | 'blocks'>, platform: NodeJS.Platform) =>
  platform === 'win32' && blocks === 0 && size >= leastOfBlocks

/**
 * Why a file could not be read, seen again: what the system has no word for (libuv knows none of the cloud's errors), and what
 * took too long, of a file whose content is not there.
 */
export async function reasonInCloud(
  reason: Unreadable,
  file: string,
  platform: NodeJS.Platform = process.platform,
): Promise<Unreadable> {
  if (reason !== 'system' && reason !== 'time-limit') return reason
  const status = await stat(file).catch(() => undefined)
  return status && isInCloud(status, platform) ? 'in-cloud' : reason
}
