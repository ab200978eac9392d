import { expect, it } from 'vitest'
import { parseActivityTime } from './activity-time.ts'
import { writtenTime } from './written-time.ts'

it.each([
  ['9月17日（遇雨顺延）', '2023年9月17日（遇雨顺延）'],
  ['9.17(遇雨顺延)', '2023年9月17日(遇雨顺延)'],
  ['9月17日【需提前预约】', '2023年9月17日【需提前预约】'],
  ['9月17日（雨天改在18日）', '2023年9月17日（雨天改在18日）'],
  ['9月20日（待定）', '2023年9月20日（待定）'],
  ['9月17日（雨天\n顺延）', '2023年9月17日（雨天顺延）'],
  ['9月17日—23日（周一闭馆）', '2023年9月17日—23日（周一闭馆）'],
  ['9月17日-23日，每天9:00-16:00（周一闭馆）', '2023年9月17日—23日每天9:00—16:00（周一闭馆）'],
  ['9月17日（遇雨顺延）9:00', '2023年9月17日9:00（遇雨顺延）'],
  ['9月17日（上午）（遇雨顺延）', '2023年9月17日上午（遇雨顺延）'],
  ['9月17日、19日（遇雨顺延）', '2023年9月17日、9月19日（遇雨顺延）'],
  ['9月17日（遇雨顺延）、19日', '9月17日（遇雨顺延）、19日'],
  ['9月17日（周日）', '2023年9月17日'],
  ['9月16日、17日（周六、周日）', '2023年9月16日、9月17日'],
  ['9月17日（上午）', '2023年9月17日上午'],
  ['9月17日（9:00-11:00）', '2023年9月17日9:00—11:00'],
  ['科普日期间（9月17-23日）', '2023年9月17日—23日'],
  ['9月17日', '2023年9月17日'],
])('%j is written %j, and read again as the same days', (text, written) => {
  const read = (given: string) => parseActivityTime(given, { assumedYear: 2023 })
  const time = read(text)
  if (time.kind !== 'span') throw new Error(time.kind)
  expect(writtenTime(text, time, 2023)).toBe(written)
  expect(read(written)).toMatchObject({ from: time.from, to: time.to })
})
