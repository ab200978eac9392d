import { describe, expect, it } from 'vitest'
import { titleField } from '../../../shared/notice/choose.ts'
import { taskNamed } from '../../../shared/rules/submission.fixture.ts'
import { draftItem } from '../../state/project.fixture.ts'
import { columnsOf } from './columns.ts'
import { commonField } from './common-field.ts'

const proposed = (
  task: string,
  all: readonly Readonly<Record<string, string>>[],
  chosen: readonly number[] = [...all.keys()],
) => {
  const notice = taskNamed(task)
  const items = all.map((fields, index) => draftItem(String(index), fields))
  const fields = columnsOf(notice).map(({ field }) => field)
  return commonField(
    fields,
    titleField(notice),
    items,
    items.filter((_, index) => chosen.includes(index)),
  )?.key
}

describe('the field that is proposed for many files', () => {
  it('is the one in which files say the same, as far as it is still to be written', () => {
    const all = [
      { title: '开幕', place: '中山广场', takenAt: '2023年5月20日' },
      { title: '开幕', place: '中山广场', takenAt: '2023年5月20日' },
      { title: '开幕', place: '中山广场', takenAt: '2023年5月21日' },
      { title: '开幕' },
    ]
    expect(proposed('media', all)).toBe('place')
    expect(proposed('media', [...all.slice(0, 3), { place: '中山广场' }])).toBe('takenAt')
    expect(proposed('media', all, [3])).toBe('place')
  })
  it('is a short text that is no title where nothing repeats yet', () => {
    expect(proposed('media', [{}, {}])).toBe('creator')
    expect(proposed('history', [{}, {}])).toBe('place')
  })
  it('is one all the same where everything is written', () => {
    const texts = { title: '一', creator: '张三', takenAt: '2023年', place: '甲', caption: '乙' }
    expect(proposed('media', [texts, { ...texts, place: '丙', takenAt: '2022年', caption: '丁' }])).toBe(
      'creator',
    )
  })
})
