import type { ProjectSummary } from '../contract/projects.ts'
import type { ProjectDocument } from './document.ts'

/** What a clerk knows a project by. */
export const projectSummary = ({ id, notice, unit, changedAt, tasks }: ProjectDocument): ProjectSummary => ({
  id,
  notice: notice.id,
  unit: unit.name,
  changedAt,
  tasks: Object.fromEntries(
    Object.entries(tasks).map(([task, { items, rows, packages }]) => [
      task,
      { items: items.length, rows: rows.length, packages: packages.length },
    ]),
  ),
})
