import type { Facts } from '../../../shared/facts.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import type { Notice } from '../../../shared/notice/notice.ts'
import { type DraftItem, type ProjectDocument, taskDraft } from '../../../shared/project/document.ts'
import type { Edit } from '../../../shared/project/edit.ts'
import type { FieldValues } from '../../../shared/project/submission.ts'
import { addChosen } from '../../state/add-sources.ts'
import type { Session } from '../../state/session.ts'
import { suggestValues } from '../../state/suggest-values.ts'
import { words } from './wording.ts'

/**
 * Asks for another file in place of one, and carries over what the clerk wrote; what came of it in a sentence. Of
 * several files the first takes the place, and the others stay at the end.
 */
export async function replaceItem(session: Session, task: string, id: string): Promise<string | undefined> {
  const { notice, project, facts, views } = session
  const added = await addChosen(session, task, 'files')
  if (!added) return undefined
  const { document } = project.store.getState()
  const { items } = taskDraft(document, task)
  const fresh = items.find((item) => item.id === added.ids[0])
  if (!fresh) return added.known > 0 ? words.replaceKnown : undefined
  const old = items.find((item) => item.id === id)
  if (!old) return undefined
  const written = writtenIn(notice, document, task, old, facts.store.getState().facts.get(id))
  project.edit(inPlaceOf(items, task, id, fresh, written))
  views.set(task, { current: fresh.id, field: undefined })
  const others = added.ids.length - 1
  return others > 0 ? words.replacedByFirst(baseName(fresh.relative), others) : words.replaced
}

/** What the clerk himself wrote about a file: not what its name, its folder and its camera tell, for that is the file's own. */
export function writtenIn(
  notice: Notice,
  document: ProjectDocument,
  task: string,
  item: DraftItem,
  facts: Facts | undefined,
): FieldValues {
  const untouched = { ...taskDraft(document, task), items: [{ ...item, fields: {} }] }
  const edits = facts
    ? suggestValues(notice, { ...document, tasks: { [task]: untouched } }, [[item.id, facts]])
    : []
  const told = edits.flatMap((edit) => (edit.type === 'set-values' ? edit.values : []))[0]?.fields ?? {}
  return Object.fromEntries(
    Object.entries(item.fields).filter(([key, text]) => text.trim() !== '' && text !== told[key]),
  )
}

/** Edits that put the new file where the old one stood, with what was written about it. */
export function inPlaceOf(
  items: readonly DraftItem[],
  task: string,
  old: string,
  fresh: DraftItem,
  written: FieldValues,
): Edit[] {
  const at = items.findIndex(({ id }) => id === old)
  if (at < 0) return []
  const item = { ...fresh, fields: { ...fresh.fields, ...written } }
  return [
    { type: 'remove-items', task, items: [old, fresh.id] },
    { type: 'add-items', task, items: [{ item, at }] },
  ]
}
