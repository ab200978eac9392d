import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { isWithin, pathSystem, plainPath, samePath } from '../../shared/paths/paths.ts'

const system = pathSystem(process.platform)

/** A path as the person or program named it, complete and in one spelling: `d:照片` as `D:\…\照片`, without `\\?\`. Follows no links. */
export const absolutePlace = (given: string): string => plainPath(path.resolve(given), system)

/** Whether a path is the outer one or lies below it. Both are absolute; case counts as the system lets it count. */
export const isInside = (inner: string, outer: string): boolean => isWithin(inner, outer, system)

/** Whether two absolute paths are one place in two spellings. */
export const isSamePlace = (one: string, other: string): boolean => samePath(one, other, system)

/**
 * The place that a path means once its links, its short names (`ADMINI~1`) and the letters of mapped drives are followed, also
 * where the last of it is yet to be made.
 */
export async function realPlace(place: string): Promise<string> {
  const parent = path.dirname(place)
  return realpath(place).catch(async () =>
    parent === place ? place : path.join(await realPlace(parent), path.basename(place)),
  )
}
