import { type DraftItem, taskDraft } from '../../../shared/project/document.ts'
import type { Edit } from '../../../shared/project/edit.ts'
import { addChosen } from '../../state/add-sources.ts'
import type { Session } from '../../state/session.ts'
import { words } from './wording.ts'

/** Asks for another file in place of one, and carries its texts over; what came of it in a sentence. */
export async function replaceItem(session: Session, task: string, id: string): Promise<string | undefined> {
  const { project, views } = session
  const items = () => taskDraft(project.store.getState().document, task).items
  const before = new Set(items().map((item) => item.id))
  const added = await addChosen(session, task, 'files')
  if (!added) return undefined
  const fresh = items().find((item) => !before.has(item.id))
  if (!fresh) return added.known > 0 ? words.replaceKnown : undefined
  project.edit(inPlaceOf(items(), task, id, fresh))
  views.set(task, { current: fresh.id, field: undefined })
  return words.replaced
}

/** Edits that put the new file where the old one stood, with what was written about it. */
export function inPlaceOf(items: readonly DraftItem[], task: string, old: string, fresh: DraftItem): Edit[] {
  const at = items.findIndex(({ id }) => id === old)
  const replaced = items[at]
  if (!replaced) return []
  const written = Object.entries(replaced.fields).filter(([, text]) => text.trim() !== '')
  const item = { ...fresh, fields: { ...fresh.fields, ...Object.fromEntries(written) } }
  return [
    { type: 'remove-items', task, items: [old, fresh.id] },
    { type: 'add-items', task, items: [{ item, at }] },
  ]
}
