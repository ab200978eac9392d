import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Facts } from '../facts.ts'
import { taskOf } from '../notice/choose.ts'
import { loadNotice } from '../notice/load.ts'
import type { Notice } from '../notice/notice.ts'
import type { Task } from '../notice/task.ts'
import type { Item, Submission } from '../project/submission.ts'

/** The notice that ships with the program. */
export const liaoning: Notice = (() => {
  const file = join(import.meta.dirname, '../../resources/notices/liaoning-2023.json')
  const loaded = loadNotice(JSON.parse(readFileSync(file, 'utf8')))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.notice
})()

export function taskNamed(id: string): Task {
  const task = taskOf(liaoning, id)
  if (!task) throw new Error(id)
  return task
}

export const shenyang = {
  name: '沈阳市科协',
  class: 'city',
  region: '沈阳市',
  contact: '张三',
  phone: '024-23221703',
}
export const society = {
  name: '辽宁省气象学会',
  class: 'society',
  region: '沈阳市',
  contact: '李四',
  phone: '13900001111',
}

export const photoFacts: Facts = {
  kind: 'image',
  format: 'jpeg',
  condition: { state: 'whole' },
  bytes: 4_000_000,
  modified: '2023-05-20T02:00:00.000Z',
  width: 4000,
  height: 3000,
}

/** A photo that keeps every rule, with what is given laid over it. */
export const photo = (
  id: string,
  given: { relative?: string; fields?: Record<string, string>; facts?: Partial<Facts> } = {},
): Item => ({
  id,
  relative: given.relative ?? `${id}.jpg`,
  fields: {
    title: `活动${id}`,
    creator: '张三 摄',
    takenAt: '2023-05-20',
    place: '文化路小学',
    caption: '市科协开展科普大篷车进校园活动。',
    ...given.fields,
  },
  facts: { ...photoFacts, sha256: id.padStart(64, '0').replace(/[^0-9a-f]/g, 'a'), ...given.facts },
})

export const submissionOf = (items: readonly Item[], given: Partial<Submission> = {}): Submission => ({
  task: 'media',
  unit: society,
  items: [...items],
  rows: [],
  declared: [],
  waivers: [],
  ...given,
})
