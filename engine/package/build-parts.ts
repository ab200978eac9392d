import { Fault } from '../../shared/faults.ts'
import type { PackagePlan } from '../../shared/packing/plan.ts'
import type { BuildOptions } from './build-options.ts'
import { type PackingThreads, startThreads } from './packing-threads.ts'
import type { PartContext } from './part-documents.ts'
import type { Workplace } from './workplace.ts'
import { PartOutgrown, type ProvenPart, writePart } from './write-part.ts'

/**
 * The second plan knows what documents took in the first, and nearly always carries them; documents that name their part grow a
 * little with the number of parts, and so each plan keeps a tenth more. What still grows after so many has no end.
 */
const mostPlans = 4

interface BuiltParts {
  readonly plan: PackagePlan
  readonly written: readonly ProvenPart[]
}

/**
 * Writes the parts of a plan into the workplace, one after the other, each proven. Documents are made after the plan; where
 * they take more room than was kept for them, a part would outgrow its mail, and all is planned once more with what they took.
 *
 * @param planWith the plan that keeps so many bytes free in each part; without a number as many as are estimated
 * @throws Fault `plan-unfit` where with those documents no such plan carries it; what `writePart` throws
 */
export async function buildParts(
  planWith: (room?: number) => PackagePlan,
  workplace: Workplace,
  context: PartContext,
  options: BuildOptions,
): Promise<BuiltParts> {
  const threads = startThreads()
  let room: number | undefined
  try {
    for (let attempt = 1; ; attempt += 1) {
      const plan = planWith(room)
      if (plan.refusal) throw new Fault({ code: 'plan-unfit', plan: plan.plan, ...plan.refusal })
      try {
        return { plan, written: await writeParts(plan, workplace, context, threads, options) }
      } catch (error) {
        if (!(error instanceof PartOutgrown)) throw error
        const { bytes, limit } = error
        if (attempt === mostPlans) throw new Fault({ code: 'plan-unfit', plan: plan.plan, bytes, limit })
        room = Math.ceil(Math.max(error.room, room ?? 0) * 1.1)
        await workplace.clear()
      }
    }
  } finally {
    await threads.end()
  }
}

async function writeParts(
  plan: PackagePlan,
  workplace: Workplace,
  context: PartContext,
  threads: PackingThreads,
  options: BuildOptions,
): Promise<ProvenPart[]> {
  const total = plan.parts.flatMap(({ items }) => items).reduce((sum, { bytes }) => sum + bytes, 0)
  const written: ProvenPart[] = []
  let before = 0
  for (const part of plan.parts) {
    const own = part.items.reduce((sum, { bytes }) => sum + bytes, 0)
    // One bar over all parts: a clerk wants to know when the whole is done.
    const onProgress: BuildOptions['onProgress'] = ({ done, total: of, ...step }) =>
      options.onProgress({
        ...step,
        done: Math.min(total, Math.round(before + (of > 0 ? (done / of) * own : 0))),
        total,
      })
    written.push(await writePart(part, plan, workplace, context, threads, { ...options, onProgress }))
    before += own
  }
  return written
}
