import { realpath } from 'node:fs/promises'
import path from 'node:path'

/** Whether a path is the outer one or lies below it. Both are absolute; case counts as the system lets it count. */
export function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

/** The place that a path means once its links are followed, also where the last of it is yet to be made. */
export async function realPlace(place: string): Promise<string> {
  const parent = path.dirname(place)
  return realpath(place).catch(async () =>
    parent === place ? place : path.join(await realPlace(parent), path.basename(place)),
  )
}
