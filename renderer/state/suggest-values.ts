import type { Facts } from '../../shared/facts.ts'
import { suggestFields } from '../../shared/naming/suggest.ts'
import { captureYear, requirementsOf } from '../../shared/notice/choose.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Task } from '../../shared/notice/task.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { isWithin, parsePartialDate } from '../../shared/text/partial-date.ts'
import { dateText } from '../../shared/wording/measures.ts'

/**
 * What names, folders and cameras tell of files that were just measured, as edits: titles and capture times. A field
 * that was ever written, even if it was cleared again, is left alone.
 *
 * @param isWriting whether the clerk is in that field at this moment: nothing may come between the letters
 */
export function suggestValues(
  notice: Notice,
  document: ProjectDocument,
  measured: readonly (readonly [string, Facts])[],
  isWriting: (task: string, item: string, field: string) => boolean = () => false,
): Edit[] {
  const facts = new Map(measured)
  return notice.tasks.flatMap((task): Edit[] => {
    const year = captureYear(notice, task)?.toString()
    const keys = new Set(task.fields.map(({ key }) => key))
    const values = (document.tasks[task.id]?.items ?? []).flatMap(({ id, relative, fields }) => {
      const known = facts.get(id)
      if (!known || known.kind === 'other') return []
      const { title, takenAt } = suggestFields(relative, known, { ofManyYears: year === undefined })
      // The year alone says nothing where the notice asks for this year's; a time outside is for the clerk to say.
      const isTelling = takenAt !== undefined && takenAt !== year && fits(task, takenAt)
      const told = { ...(title && { title }), ...(isTelling && { takenAt: dateText(takenAt) }) }
      const fresh = Object.entries(told).filter(
        ([key]) => keys.has(key) && fields[key] === undefined && !isWriting(task.id, id, key),
      )
      return fresh.length === 0 ? [] : [{ id, fields: Object.fromEntries(fresh) }]
    })
    return values.length === 0 ? [] : [{ type: 'set-values', task: task.id, values }]
  })
}

/** Whether the task's window takes the time: a camera's clock may be wrong, and what is written here counts as the clerk's word. */
function fits(task: Task, takenAt: string): boolean {
  const date = parsePartialDate(takenAt)
  return requirementsOf(task, 'capture-window').every(
    ({ from, to }) => date !== undefined && isWithin(date, from, to ?? '9999'),
  )
}
