import type { Field } from '../notice/field.ts'
import type { Task } from '../notice/task.ts'

/** A task that is a list. */
export type ListTask = Extract<Task, { kind: 'table' }>

/** The field that says what a row is about: the first text that every row has. */
export const nameField = (task: ListTask): string | undefined =>
  task.fields.find(({ type, optional }) => type === 'text' && optional !== true)?.key

export const fieldNamed = (task: ListTask, key: string): Field | undefined =>
  task.fields.find((field) => field.key === key)

/** Fields that a row is compared by: what every list has, without its running number. */
export const comparedFields = (task: ListTask): readonly string[] =>
  task.fields.filter(({ type, optional }) => type !== 'sequence' && optional !== true).map(({ key }) => key)
