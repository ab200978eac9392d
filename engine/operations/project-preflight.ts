import type { Contract } from '../../shared/contract.ts'
import { Fault, type FaultData } from '../../shared/faults.ts'
import type { Engine } from '../../shared/operation.ts'
import { partRoom } from '../../shared/packing/part-room.ts'
import { packable, planPackage } from '../../shared/packing/plan.ts'
import { lastSubmission } from '../../shared/packing/replaced.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import { taskDraft } from '../../shared/project/document.ts'
import { draftSubmission } from '../../shared/project/draft-submission.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { packageSources, preflight } from '../package/preflight.ts'
import { makeKnown } from '../sources/known-items.ts'
import { outPlace } from './out-place.ts'
import { probeSources } from './probe-sources.ts'
import type { ProjectParts } from './project.ts'
import { taskOfNotice } from './task-of-notice.ts'

/** Whether a package of a project can be written: asked before the clerk begins, and once more when it is. */
export function preflightOperation(parts: ProjectParts): Engine<Contract>['project.preflight'] {
  const { world, notices, files, projects } = parts
  return async ({ project, task: id, out }, call) => {
    const document = await projects.open(project)
    const { notice, task } = await taskOfNotice(notices, document.notice.id, id)
    // The place first: nothing is measured for one that is refused.
    const place = await outPlace(out, parts).catch(refused)
    if (place instanceof Fault) return { faults: [place.data], notes: [] }
    const { items, packages, sending } = taskDraft(document, id)
    await makeKnown(items, files, call.signal)
    const sources = items.map((one) => files.get(one.id))
    const measured = await probeSources(sources, parts, call)
    const facts = new Map(items.map((one, index) => [one.id, measured[index]]))
    const submission = draftSubmission(document, id, (item) => facts.get(item))
    const packed = packable(submission, task)
    const clock = wallClock(world.now(), notice.utcOffset)
    const plan = planPackage(task, submission, submissionTokens(notice, task, submission, clock), {
      replaces: lastSubmission(packages),
      sending,
    })
    const { refusal } = plan
    const unfit: FaultData[] = refusal ? [{ code: 'plan-unfit', plan: plan.plan, ...refusal }] : []
    const looked = await preflight({
      plan,
      out: place,
      sources: packageSources(packed, files.get),
      drafts: false,
      documents: partRoom(task, { ...submission, items: packed }),
      journal: openPackingJournal(world),
      signal: call.signal,
    })
    // The way of sending is chosen first: what is written where follows from it.
    return { ...looked, faults: [...unfit, ...looked.faults] }
  }
}

/** A refused place is what was asked about; anything else is not. */
function refused(error: unknown): Fault {
  if (error instanceof Fault && ['out-inside-source', 'out-unwritable'].includes(error.data.code))
    return error
  throw error
}
