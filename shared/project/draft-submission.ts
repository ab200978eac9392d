import type { Facts } from '../facts.ts'
import { type ProjectDocument, taskDraft, type UnitDraft } from './document.ts'
import type { Submission } from './submission.ts'
import { Unit } from './unit.ts'

/** The unit of a draft, once all that must be there is there. */
export function unitOf(draft: UnitDraft): Unit | undefined {
  const { region, ...needed } = draft
  const parsed = Unit.safeParse(region.trim() === '' ? needed : draft)
  return parsed.success ? parsed.data : undefined
}

/** What is judged of a project's task: its files as far as they were measured, its rows, and what the clerk decided. */
export function draftSubmission(
  document: ProjectDocument,
  task: string,
  facts: (id: string) => Facts | undefined,
): Submission {
  const { items, rows, columns, template, thumbnails, declared, waivers } = taskDraft(document, task)
  const unit = unitOf(document.unit)
  return {
    task,
    ...(unit && { unit }),
    items: items.flatMap(({ id, relative, fields }) => {
      const measured = facts(id)
      return measured ? [{ id, relative, fields, facts: measured }] : []
    }),
    rows,
    ...(columns && { columns }),
    ...(template && { template }),
    ...(thumbnails && { thumbnails }),
    declared,
    waivers,
  }
}
