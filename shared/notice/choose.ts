import type { Field } from './field.ts'
import type { Notice } from './notice.ts'
import type { Requirement, RequirementKind, RequirementOf } from './requirement.ts'
import type { Milestone, Task } from './task.ts'

export const taskOf = (notice: Notice, id: string): Task | undefined =>
  notice.tasks.find((task) => task.id === id)

/** The class that a unit names by id, label or alias: `city`, 各市, 市科协. */
export function unitClassOf(notice: Notice, name: string): Notice['unitClasses'][number] | undefined {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
  const wanted = plain(name)
  return notice.unitClasses.find((one) =>
    [one.id, one.label, ...one.aliases].some((known) => plain(known) === wanted),
  )
}

/** The task's requirements of one kind, in the pack's order. */
export function requirementsOf<K extends RequirementKind>(task: Task, kind: K): RequirementOf<K>[] {
  return task.requirements.filter((one): one is RequirementOf<K> => one.kind === kind)
}

export const requirementById = (task: Task, id: string): Requirement | undefined =>
  task.requirements.find((one) => one.id === id)

export const deadlineOf = (task: Task): Milestone | undefined =>
  task.milestones.find((milestone) => milestone.kind === 'deadline')

/**
 * The year of a capture time that names none: the notice's own, where its window begins in that year. A window over
 * many years tells nothing.
 */
export function captureYear(notice: Notice, task: Task): number | undefined {
  const window = requirementsOf(task, 'capture-window')[0]
  return window?.from.startsWith(String(notice.year)) ? notice.year : undefined
}

export const fieldLabel = (task: Task, key: string): string =>
  task.fields.find((field) => field.key === key)?.label ?? key

/** The field that names a file in the package: what stands as `{title}` in the template of its name. */
export const titleField = (task: Task): Field | undefined =>
  task.packaging.fileName.template.includes('{title}')
    ? task.fields.find(({ key }) => key === 'title')
    : undefined
