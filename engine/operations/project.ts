import { basename } from 'node:path'
import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Engine } from '../../shared/operation.ts'
import { captionsBeside } from '../../shared/naming/captions-beside.ts'
import { applyEdits } from '../../shared/project/apply-edit.ts'
import { sampleUnit } from '../../shared/project/sample-unit.ts'
import { blankUnit, type DraftItem, type ProjectDocument, taskDraft } from '../../shared/project/document.ts'
import type { Claims } from '../sources/claims.ts'
import type { Files } from '../sources/files.ts'
import { projectSummary } from '../../shared/project/project-summary.ts'
import { makeKnown } from '../sources/known-items.ts'
import type { Originals } from '../sources/originals.ts'
import { textsBeside } from '../sources/text-beside.ts'
import { type SourceFile, walkSources } from '../sources/walk.ts'
import type { Notices } from '../store/notices.ts'
import type { Projects } from '../store/projects.ts'
import { mustBeKnown } from './must-be-known.ts'
import type { ProbeRoom } from './probe-sources.ts'
import { copyOperations } from './project-copy.ts'
import { packagingOperations } from './project-package.ts'
import { relocateOperation } from './project-relocate.ts'
import { taskOfNotice } from './task-of-notice.ts'

type ProjectOperations = Pick<Engine<Contract>, Extract<keyof Contract, `project.${string}`>>
/** What the operations on projects work with. */
export interface ProjectParts extends ProbeRoom {
  readonly notices: Notices
  readonly claims: Claims
  readonly files: Files
  readonly projects: Projects
  readonly originals: Originals
}

/** Projects: what must survive a closed window. */
export function projectOperations(parts: ProjectParts): ProjectOperations {
  const { world, notices, claims, files, projects } = parts
  return {
    ...packagingOperations(parts),
    ...relocateOperation(parts),
    ...copyOperations(parts),
    async 'project.list'() {
      const { projects: all, aside, unopenable } = await projects.list()
      return { projects: all.map(projectSummary), aside, unopenable }
    },
    async 'project.create'({ notice: noticeId }) {
      const notice = await notices.get(noticeId)
      const { projects: earlier } = await projects.list()
      const now = world.now().toISOString()
      const document: ProjectDocument = {
        format: 1,
        id: world.newId(),
        notice: { id: notice.id, version: notice.version },
        revision: 0,
        createdAt: now,
        changedAt: now,
        unit: earlier.find(({ unit }) => unit.name !== sampleUnit.name)?.unit ?? blankUnit,
        tasks: {},
      }
      await projects.create(document)
      return document
    },
    async 'project.open'({ project }, { signal }) {
      const document = await projects.open(project)
      await makeKnown(allItems(document), files, signal)
      return document
    },
    async 'project.edit'({ project, revision, edits }) {
      const { notice } = await projects.open(project)
      for (const edit of edits) {
        if (edit.type === 'set-unit') continue
        await taskOfNotice(notices, notice.id, edit.task)
        if (edit.type === 'add-items') await mustBeKnown(edit.items, parts)
      }
      const changed = await projects.change(project, (document) => {
        if (document.revision !== revision) throw new Fault({ code: 'project-changed-elsewhere', project })
        return applyEdits(document, edits).document
      })
      return { revision: changed.revision, changedAt: changed.changedAt }
    },
    async 'project.add-sources'({ project, task, claims: ids }, { signal, progress }) {
      const before = await projects.open(project)
      await taskOfNotice(notices, before.notice.id, task)
      const roots = ids.map((id) => claims.get(id).path)
      const onFound = (count: number) => progress({ stage: 'walk', done: count, total: count })
      const walked = await walkSources(roots, { signal, onFound })
      const isNote = ({ relative }: SourceFile) => /\.txt$/i.test(relative)
      const captions = captionsBeside(
        walked.files.filter((file) => !isNote(file)).map(({ relative }) => relative),
        await textsBeside(walked.files.filter(isNote)),
      )
      let added: DraftItem[] = []
      const document = await projects.change(project, (current) => {
        // The last moment at which a cancelled call leaves nothing behind.
        if (signal.aborted) throw new Fault({ code: 'cancelled' })
        const there = taskDraft(current, task).items
        const paths = new Set(there.map(({ source }) => source.path))
        const places = new Map(there.map(({ id, relative }) => [relative, id]))
        const fresh = walked.files.filter(
          (file) => !paths.has(file.path) && !isSame(file, places.get(placeOf(file)), files),
        )
        const relatives = new Set(there.map(({ relative }) => relative))
        added = fresh.map((file) => ({
          id: world.newId(),
          relative: unique(placeOf(file), relatives),
          source: { path: file.path, root: file.root },
          fields: captionOf(file.relative, captions),
        }))
        return applyEdits(current, [{ type: 'add-items', task, items: added.map((item) => ({ item })) }])
          .document
      })
      await makeKnown(allItems(document), files)
      return {
        document,
        added: added.map(({ id }) => id),
        known: walked.files.length - added.length,
        ignored: { count: walked.ignored.count, names: [...walked.ignored.names] },
        troubles: walked.troubles.map(({ path, reason }) => ({ path, reason })),
      }
    },
    async 'project.remove'({ project }) {
      await projects.remove(project)
      return {}
    },
  }
}

/** The path from the dropped folder's own name on: that name often says what the pictures show. */
const placeOf = ({ path: file, root, relative }: SourceFile): string =>
  file === root ? relative : `${basename(root)}/${relative}`

/** The same file handed in again by way of a copy: browsers copy what is dropped on them. */
function isSame(file: SourceFile, item: string | undefined, files: Files): boolean {
  const there = item === undefined ? undefined : files.look(item)
  return there?.bytes === file.bytes && Math.abs(there.modifiedMs - file.modifiedMs) < 1
}

/** What somebody has already written beside the file. */
function captionOf(relative: string, captions: ReadonlyMap<string, string>): DraftItem['fields'] {
  const caption = captions.get(relative)
  return caption === undefined ? {} : { caption }
}

const allItems = ({ tasks }: ProjectDocument): DraftItem[] =>
  Object.values(tasks).flatMap(({ items }) => items)

/** A relative path that no other file of the task bears: two dropped folders may hold the same. */
function unique(relative: string, taken: Set<string>): string {
  let name = relative
  for (let number = 2; taken.has(name); number += 1) name = `(${number}) ${relative}`
  taken.add(name)
  return name
}
