import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Call, Engine, Step } from '../../shared/operation.ts'
import { contentMark } from '../../shared/packing/content-mark.ts'
import { packable } from '../../shared/packing/plan.ts'
import { paperNames } from '../../shared/paper/paper.ts'
import { lastSubmission } from '../../shared/packing/replaced.ts'
import { type PackageRecord, type ProjectDocument, taskDraft } from '../../shared/project/document.ts'
import { draftSubmission } from '../../shared/project/draft-submission.ts'
import { openTemplates } from '../lists/keep-templates.ts'
import { buildPackage } from '../package/build-package.ts'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { paperOf } from '../package/read-paper.ts'
import { createTurnstile, type Turnstile } from '../probe/turnstile.ts'
import { makeKnown } from '../sources/known-items.ts'
import type { Claim } from '../sources/claims.ts'
import { stateOf } from './package-state.ts'
import { draftMailOperation } from './project-draft-mail.ts'
import { preflightOperation } from './project-preflight.ts'
import { outPlace } from './out-place.ts'
import { systemReason } from '../store/system-reason.ts'
import { probeSources } from './probe-sources.ts'
import { forgetChanged, type Seen, throwIfOthers } from './seen-files.ts'
import type { ProjectParts } from './project.ts'
import { taskOfNotice } from './task-of-notice.ts'

type Packaging = Pick<
  Engine<Contract>,
  'project.build' | 'project.packages' | 'project.paper' | 'project.preflight' | 'project.draft-mail'
>

/** Packages of a project: built of what the document says, written down in it, and looked after. */
export function packagingOperations(parts: ProjectParts): Packaging {
  const { notices, claims, files, projects } = parts
  const turnstiles = new Map<string, Turnstile>()
  /** Two windows may ask at once; the second package must know of the first. */
  const inTurn = <T>(project: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    const turnstile = turnstiles.get(project) ?? createTurnstile()
    turnstiles.set(project, turnstile)
    return turnstile.pass(true, signal, work)
  }
  return {
    async 'project.build'({ project, task, out, seen = [] }, call) {
      call.progress({ stage: 'probe', done: 0, total: 0 })
      try {
        return await inTurn(project, call.signal, async () => {
          const { path: place } = await outPlace(out, parts)
          return build(parts, { project, task, seen, out: { path: place, given: place } }, call)
        })
      } catch (error) {
        const told = error instanceof Fault && error.data.code === 'package-not-recorded'
        throw call.signal.aborted && !told ? new Fault({ code: 'cancelled' }, { cause: error }) : error
      }
    },
    async 'project.paper'({ project, task, package: id, paper }) {
      const { packages } = taskDraft(await projects.open(project), task)
      const record = packages.find((one) => one.id === id)
      if (!record)
        throw new Fault({ code: 'paper-unusable', path: `${paperNames[paper]}.html`, trouble: 'missing' })
      return paperOf(record.result, paper)
    },
    'project.preflight': preflightOperation(parts),
    'project.draft-mail': draftMailOperation(parts),
    async 'project.packages'({ project, task }) {
      const document = await projects.open(project)
      await taskOfNotice(notices, document.notice.id, task)
      return Promise.all(
        taskDraft(document, task).packages.map(async (record) => {
          const folder = `package-${record.id}`
          if (record.elsewhere) return { package: record.id, folder, state: 'elsewhere', files: [] }
          claims.put(folder, record.result.out)
          return { package: record.id, folder, ...(await stateOf(record, files)) }
        }),
      )
    },
  }
}

interface Order {
  readonly project: string
  readonly task: string
  readonly out: Claim
  readonly seen: readonly Seen[]
}

/**
 * Where the program ends between publishing and writing down, a whole package is left that nobody knows of: the next
 * one lies beside it under another name.
 */
async function build(
  parts: ProjectParts,
  { project, task: taskId, out, seen }: Order,
  call: Call<Step>,
): Promise<{ document: ProjectDocument; record: PackageRecord }> {
  const { world, notices, files, projects } = parts
  const { signal, progress } = call
  const document = await projects.open(project)
  const { notice, task } = await taskOfNotice(notices, document.notice.id, taskId)
  const { items, packages, sending } = taskDraft(document, taskId)
  await makeKnown(items, files, signal)
  // What the files were at this moment: an edit meanwhile changes no package that is being made.
  const sources = new Map(items.map(({ id }) => [id, files.get(id)]))
  const measured = await probeSources([...sources.values()], parts, call)
  const facts = new Map([...sources.keys()].map((id, index) => [id, measured[index]]))
  throwIfOthers(
    seen,
    (id) => sources.get(id),
    (id) => facts.get(id),
  )
  const replaces = lastSubmission(packages)
  const ordinal = Math.max(0, ...packages.map(({ version }) => version)) + 1
  const now = world.now()
  const submission = draftSubmission(document, taskId, (id) => facts.get(id))
  const result = await buildPackage({
    notice,
    task,
    submission,
    source: (id) => sources.get(id) ?? files.get(id),
    out,
    ...(replaces && { replaces }),
    templates: openTemplates(world),
    thumbnail: parts.cache.thumbnail,
    ordinal,
    sending,
    printPdf: world.printPdf,
    journal: openPackingJournal(world),
    log: world.log,
    now,
    id: world.newId(),
    generator: `kepuri-packager ${world.version}`,
    signal,
    onProgress: progress,
  }).catch(async (error: unknown) => {
    await forgetChanged(error, [...sources.values()], parts.cache)
    throw error
  })
  const record: PackageRecord = {
    id: world.newId(),
    version: ordinal,
    packedAt: now.toISOString(),
    result,
    mark: contentMark(submission, packable(submission, task), sending),
    sent: {},
  }
  try {
    const recorded = await projects.change(project, (current) => withPackage(current, taskId, record))
    return { document: recorded, record }
  } catch (error) {
    // Proven and under its name: taking it away again may fail as well, and would be a loss to the clerk.
    const reason = reasonOf(error)
    const data = { project, path: result.out, reason, error: String(error) }
    world.log({ level: 'error', event: 'package-not-recorded', data })
    throw new Fault({ code: 'package-not-recorded', path: result.out, reason }, { cause: error })
  }
}

/** The system's name for why a project could not be written; it may also have been removed meanwhile. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Fault)) return systemReason(error)
  if (error.data.code === 'disk-full') return 'ENOSPC'
  if (error.data.code === 'project-unknown') return 'ENOENT'
  return 'reason' in error.data ? error.data.reason : error.data.code
}

function withPackage(document: ProjectDocument, task: string, record: PackageRecord): ProjectDocument {
  const draft = taskDraft(document, task)
  return {
    ...document,
    tasks: { ...document.tasks, [task]: { ...draft, packages: [...draft.packages, record] } },
  }
}
