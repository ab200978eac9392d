import { z } from 'zod'
import { packageNames } from '../naming/package-names.ts'
import { fillTemplate, type Tokens } from '../naming/fill-template.ts'
import { safeName } from '../naming/safe-name.ts'
import type { Task } from '../notice/task.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Item, Submission } from '../project/submission.ts'

/** A file's place in a part. */
export const PlannedItem = z.object({
  item: z.string(),
  /** Path inside the zip, with `/`: `图片/沈阳市科协-启动仪式.jpg`. */
  path: z.string(),
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().optional(),
})
export type PlannedItem = z.infer<typeof PlannedItem>

export const PlannedPart = z.object({
  /** 1 to `of`. */
  index: z.number().int().positive(),
  of: z.number().int().positive(),
  /** The zip's file name. */
  fileName: z.string(),
  items: z.array(PlannedItem),
})
export type PlannedPart = z.infer<typeof PlannedPart>

/** What will be written: the package's folder and its parts. */
export const PackagePlan = z.object({ folderName: z.string(), parts: z.array(PlannedPart) })
export type PackagePlan = z.infer<typeof PackagePlan>

/** Items that go into a package: pictures and videos, in the order of the submission. */
export const packable = (submission: Pick<Submission, 'items'>): Item[] =>
  submission.items.filter((item) => intendedKind(item) !== 'other')

/** The plan of a submission as one zip. `tokens` name the unit, the date and whatever the pack's names ask for. */
export function planPackage(task: Task, submission: Submission, tokens: Tokens): PackagePlan {
  const items = packable(submission)
  const names = packageNames(task, submission.unit, items)
  const planned = items.map((item): PlannedItem => {
    const name = names.get(item.id)?.name ?? item.id
    const folder = task.packaging.folders[intendedKind(item) === 'video' ? 'video' : 'image']
    const { bytes, sha256 } = item.facts
    return {
      item: item.id,
      path: folder === '' ? name : `${folder}/${name}`,
      name,
      bytes,
      ...(sha256 && { sha256 }),
    }
  })
  const fileName = `${safeName(fillTemplate(task.packaging.packageName, tokens)).name}.zip`
  const folderName = safeName(fillTemplate(task.packaging.folderName, tokens)).name
  return { folderName, parts: [{ index: 1, of: 1, fileName, items: planned }] }
}
