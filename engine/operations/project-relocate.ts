import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Engine } from '../../shared/operation.ts'
import { type DraftItem, type ProjectDocument, taskDraft } from '../../shared/project/document.ts'
import { makeKnown } from '../sources/known-items.ts'
import { findMoved, type LostFile } from '../sources/moved-files.ts'
import { type SourceFile, walkSources } from '../sources/walk.ts'
import type { FactsCache } from '../store/facts-cache.ts'
import { probeSources } from './probe-sources.ts'
import type { ProjectParts } from './project.ts'
import { taskOfNotice } from './task-of-notice.ts'

/** Items whose files were moved are found again. Their texts, names and waivers stay with them. */
export function relocateOperation(parts: ProjectParts): Pick<Engine<Contract>, 'project.relocate'> {
  const { notices, claims, files, projects, cache } = parts
  return {
    async 'project.relocate'({ project, task, claims: ids }, call) {
      const { signal, progress } = call
      const before = await projects.open(project)
      await taskOfNotice(notices, before.notice.id, task)
      const roots = ids.map((id) => claims.get(id).path)
      const { items } = taskDraft(before, task)
      progress({ stage: 'walk', done: 0, total: 0 })
      const gone = await makeKnown(items, files, signal)
      if (gone.length === 0) return { document: before, found: [], missing: [] }

      const onFound = (count: number) => progress({ stage: 'walk', done: count, total: count })
      const walked = await walkSources(roots, { signal, onFound })
      const taken = new Set(items.filter((item) => !gone.includes(item)).map(({ source }) => source.path))
      const lost: LostFile[] = []
      for (const item of gone) lost.push(await lostFile(item, cache))
      const moved = await findMoved(
        lost,
        walked.files.filter(({ path }) => !taken.has(path)),
        async (targets) => (await probeSources(targets, parts, call)).map(({ sha256 }) => sha256),
      )
      const document =
        moved.size === 0
          ? before
          : await projects.change(project, (current) => {
              // The last moment at which a cancelled call leaves nothing behind.
              if (signal.aborted) throw new Fault({ code: 'cancelled' })
              return withSources(current, task, moved)
            })
      const still = await makeKnown(taskDraft(document, task).items, files)
      const missing = new Set(still.map(({ id }) => id))
      return { document, found: [...moved.keys()].filter((id) => !missing.has(id)), missing: [...missing] }
    },
  }
}

const lostFile = async ({ id, source, was }: DraftItem, cache: FactsCache): Promise<LostFile> => ({
  id,
  ...source,
  known: (await cache.lastKnown(source.path)) ?? was,
})

function withSources(
  document: ProjectDocument,
  task: string,
  moved: ReadonlyMap<string, SourceFile>,
): ProjectDocument {
  const draft = taskDraft(document, task)
  const items = draft.items.map((item) => {
    const file = moved.get(item.id)
    if (!file) return item
    // From now on the facts of the file itself say what it is.
    const { was: _, ...known } = item
    return { ...known, source: { path: file.path, root: file.root } }
  })
  return { ...document, tasks: { ...document.tasks, [task]: { ...draft, items } } }
}
