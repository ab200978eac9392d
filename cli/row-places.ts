import type { Origin } from '../shared/project/origin.ts'
import { fieldCalled } from './column-map.ts'
import type { OpenedList } from './open-list.ts'

/** 01-和平区.xlsx 清单 第6行 */
export const originText = ({ file, sheet, row }: Origin): string =>
  [file, sheet, `第${row}行`].filter((part) => part !== '').join(' ')

/** What each row is called: where it was first read, and the activity's name. */
export function rowPlaces({
  task,
  submission,
}: Pick<OpenedList, 'task' | 'submission'>): (id: string) => string | undefined {
  const name = fieldCalled(task, 'name')?.key ?? ''
  const places = new Map(
    submission.rows.map(({ id, fields, origins: [first] = [] }, index) => [
      id,
      [first ? originText(first) : `第${index + 1}项`, (fields[name] ?? '').trim()].filter(Boolean).join(' '),
    ]),
  )
  return (id) => places.get(id)
}
