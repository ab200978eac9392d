import { z } from 'zod'
import { packageNames } from '../naming/package-names.ts'
import type { Tokens } from '../naming/fill-template.ts'
import { fittedName, nameFrame } from '../naming/fitted-name.ts'
import { mostBytes, safeText } from '../naming/safe-name.ts'
import type { Task } from '../notice/task.ts'
import { belonging } from '../project/belonging.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Item, Submission } from '../project/submission.ts'
import { type Replaced, submissionSuffix } from './replaced.ts'
import { PartWay, type PlanKind, type SendingChoice } from './sending.ts'

/** A file's place in a part. */
const PlannedItem = z.object({
  item: z.string(),
  /** Path inside the zip, with `/`: `图片/沈阳市科协-启动仪式.jpg`. */
  path: z.string(),
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().optional(),
})
type PlannedItem = z.infer<typeof PlannedItem>

export const PlannedPart = z.object({
  /** 1 to `of`. */
  index: z.number().int().positive(),
  of: z.number().int().positive(),
  /** The zip's file name; of a part that is carried on a disk its folder's. */
  fileName: z.string(),
  way: PartWay,
  /** Its one file is larger than what the other parts may be: that is why it does not go as they do. */
  alone: z.boolean().optional(),
  items: z.array(PlannedItem),
})
export type PlannedPart = z.infer<typeof PlannedPart>

/** What will be written: the package's folder and its parts. */
export interface PackagePlan {
  readonly folderName: string
  readonly plan: PlanKind
  /** What a part that goes by ordinary mail may be, in bytes. */
  readonly cap: number
  readonly parts: readonly PlannedPart[]
}

export interface PlanOptions {
  /** The earlier submission that this package stands in for: it then bears another name. */
  readonly replaces?: Replaced | undefined
  readonly sending?: SendingChoice | undefined
  /** Bytes to be kept free in each part for documents and headers; without it they are estimated. */
  readonly room?: number | undefined
}

/** Items that go into a package: what the task asks for, in the order of the submission. */
export const packable = (submission: Pick<Submission, 'items'>, task: Task): Item[] =>
  belonging(task, submission.items)

/** A zip lies in the folder, and both below a path of the clerk's: together they must stay under 260. */
const longestName = 60

/** A name of the package's folder or zip; a long unit name gives way first, for what stands around it tells packages apart. */
function outerName(template: string, tokens: Tokens): string {
  const unit = safeText(tokens['unit'] ?? '').name
  return fittedName(nameFrame(template, tokens, 'unit'), unit, { units: longestName, bytes: mostBytes })
}

/** The name of a list that lies beside the zip, to be looked at, printed and stamped. */
export const listFileName = (task: Task, tokens: Tokens, replaces?: Replaced): string =>
  `${outerName(`${task.packaging.fileName.template}${submissionSuffix(replaces)}`, tokens)}.xlsx`

/** The plan of a submission. `tokens` name the unit, the date and whatever the pack's names ask for. */
export function planPackage(
  task: Task,
  submission: Submission,
  tokens: Tokens,
  { replaces }: PlanOptions = {},
): PackagePlan {
  const items = packable(submission, task)
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
  const suffix = submissionSuffix(replaces)
  const fileName = `${outerName(`${task.packaging.packageName}${suffix}`, tokens)}.zip`
  const folderName = outerName(`${task.packaging.folderName}${suffix}`, tokens)
  const cap = Math.max(...task.packaging.caps.map(({ bytes }) => bytes))
  return {
    folderName,
    plan: 'one',
    cap,
    parts: [{ index: 1, of: 1, fileName, way: 'attachment', items: planned }],
  }
}
