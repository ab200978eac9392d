import { useMemo } from 'react'
import { taskDraft } from '../../../shared/project/document.ts'
import type { Edit, EditOf } from '../../../shared/project/edit.ts'
import { useSession } from '../../app/session-context.tsx'
import { taskViewOf } from '../../state/task-view.ts'
import { useStep } from './use-step.tsx'
import { words } from './wording.ts'

/** What the page changes in the project; whatever touches many files offers the way back at once. */
export interface ProjectActs {
  write(item: string, field: string, text: string): void
  setValues(values: EditOf<'set-values'>['values'], said: string): void
  remove(items: readonly string[]): void
}

export function useProjectActs(task: string): ProjectActs {
  const { project, views } = useSession()
  const step = useStep()
  return useMemo(() => {
    const document = () => project.store.getState().document
    return {
      write(item, field, text) {
        const before = taskDraft(document(), task).items.find(({ id }) => id === item)
        if (!before || (before.fields[field] ?? '') === text) return
        const edit: Edit = { type: 'set-values', task, values: [{ id: item, fields: { [field]: text } }] }
        project.edit([edit], `cell:${item}:${field}`)
      },
      setValues: (values, said) => step([{ type: 'set-values', task, values }], said),
      remove(items) {
        const gone = new Set(items)
        const { selected, current } = taskViewOf(views.store.getState(), task)
        views.set(task, {
          selected: new Set([...selected].filter((id) => !gone.has(id))),
          ...(current !== undefined && gone.has(current) && { current: undefined, field: undefined }),
        })
        step([{ type: 'remove-items', task, items: [...items] }], words.removed(items.length))
      },
    }
  }, [project, views, step, task])
}
