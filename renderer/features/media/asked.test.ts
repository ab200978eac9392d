import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { taskOf } from '../../../shared/notice/choose.ts'
import { loadNotice } from '../../../shared/notice/load.ts'
import { askedOf, leastOf, stillShort } from './asked.ts'
import { columnsOf, trackSizes } from './columns.ts'
import { words } from './wording.ts'

const loaded = loadNotice(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../resources/notices/liaoning-2023.json'), 'utf8'),
  ) as unknown,
)
if (!loaded.ok) throw new Error('the notice does not load')
const taskNamed = (id: string) => {
  const task = taskOf(loaded.notice, id)
  if (!task) throw new Error(id)
  return task
}

describe('what a task asks for, in short', () => {
  it('says formats, sizes and times of each kind', () => {
    expect(askedOf(taskNamed('media')).map(words.asked)).toEqual([
      '图片 JPG，大于 3 MB，大于 300万像素',
      '视频 MP4，不少于 2 分钟',
    ])
  })
  it('leaves out the kind that is not asked for', () => {
    expect(askedOf(taskNamed('history')).map(({ kind }) => kind)).toEqual(['image'])
  })
})

describe('the columns of a task', () => {
  it('are its fields in order; some must be filled, some have a limit', () => {
    const columns = columnsOf(taskNamed('media'))
    expect(columns.map(({ field }) => field.key)).toEqual(['title', 'creator', 'takenAt', 'place', 'caption'])
    expect(columns.every(({ required }) => required)).toBe(true)
    expect(columns.at(-1)?.limit).toEqual({ operator: '<=', value: 100 })
    expect(columnsOf(taskNamed('history')).map(({ required }) => required)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
  })
  it('fit beside the details on a screen of 1366 pixels', () => {
    expect(trackSizes(columnsOf(taskNamed('media'))).least).toBeLessThanOrEqual(797)
  })
})

it('asks for no files of a list', () => expect(askedOf(taskNamed('activities'))).toEqual([]))

describe('how many are still short', () => {
  it.each([
    [{ operator: '>=', value: 20 }, 17, 3],
    [{ operator: '>', value: 20 }, 20, 1],
    [{ operator: '>=', value: 20 }, 21, 0],
    [{ operator: '<=', value: 20 }, 21, 0],
    [{ operator: 'range', min: 2, max: 4 }, 0, 2],
    [{ operator: 'range', min: 2, max: 4 }, 5, 0],
  ] as const)('%j with %i lacks %i', (bound, have, short) => {
    expect(stillShort(bound, have)).toBe(short)
  })
  it('an upper bound asks for none', () => {
    expect(leastOf({ operator: '<', value: 3 })).toBeUndefined()
  })
})
