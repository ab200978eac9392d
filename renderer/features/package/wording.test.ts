import { describe, expect, it } from 'vitest'
import { countsText, deadlineText, remainingText } from './wording.ts'

describe('sentences of packing', () => {
  it.each([
    [2, '马上就好'],
    [8.2, '大约还要 10 秒'],
    [31, '大约还要 35 秒'],
    [56, '大约还要 1 分钟'],
    [61, '大约还要 2 分钟'],
    [5400, '大约还要 1.5 小时'],
  ])('say %d seconds as %s', (seconds, text) => expect(remainingText(seconds)).toBe(text))

  it('say counts and times', () => {
    expect(countsText({ total: 21, images: 19, videos: 2, rows: 0 })).toBe('图片 19 张，视频 2 个')
    expect(deadlineText({ date: '2023-08-31', days: 6, state: 'near' })).toBe('2023年8月31日，还剩 6 天')
    expect(deadlineText({ date: '2023-08-31', time: '17:00', days: 0, state: 'passed' })).toBe(
      '2023年8月31日 17:00，已过截止时间',
    )
  })
})
