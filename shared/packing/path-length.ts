import { lengthOf, longestFile } from '../paths/paths.ts'
import type { PreflightNote } from './preflight.ts'
import type { PackagePlan, PlannedPart } from './plan.ts'

/**
 * Where receivers unpack, or copy a disk's folder to: an assumption. Where the PC version of WeChat lays what it
 * received, for the account's usual name and id, which is deeper than 下载, the desktop, or QQ's `Tencent Files`.
 */
export const receiversFolder = String.raw`C:\Users\Administrator\Documents\WeChat Files\wxid_0123456789abcd\FileStorage\File\2023-09`

type LongPath = Extract<PreflightNote, { code: 'long-path' }>

/** The longest path of a plan where its receiver unpacks it, when it passes the limit. */
export function longWhenUnpacked(plan: Pick<PackagePlan, 'folderName' | 'parts'>): LongPath | undefined {
  let longest = { path: '', length: 0 }
  for (const part of plan.parts) {
    const around = receiversFolder.length + 1 + folderLength(plan, part) + 1
    for (const { path } of part.items)
      if (around + path.length > longest.length) longest = { path, length: around + path.length }
  }
  return noteOf('unpacked', longest)
}

/** “解压到 …” makes a folder of the archive's name; of a disk the whole package's folder is copied. */
const folderLength = ({ folderName }: Pick<PackagePlan, 'folderName'>, { way, fileName }: PlannedPart) =>
  way === 'disk' ? folderName.length + 1 + fileName.length : fileName.replace(/\.zip$/u, '').length

/** The longest of the paths that are attached from where they are written, when it passes the limit. */
export function longWhereWritten(paths: readonly string[]): LongPath | undefined {
  const [path = ''] = paths.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return noteOf('here', { path, length: lengthOf(path) })
}

const noteOf = (where: LongPath['where'], { path, length }: { path: string; length: number }) =>
  length > longestFile ? ({ code: 'long-path', where, path, length, limit: longestFile } as const) : undefined
