import { describe, expect, it } from 'vitest'
import { capsText, countsText, deadlineText, momentText, remainingText } from './wording.ts'

const web = { id: 'web', label: '网页邮箱', bytes: 45 * 1024 ** 2, base64: false }
const client = { id: 'client', label: '邮件客户端', bytes: 35 * 1024 ** 2, base64: true }

describe('sentences of packing', () => {
  it.each([
    [2, '马上就好'],
    [8.2, '大约还要 10 秒'],
    [31, '大约还要 35 秒'],
    [56, '大约还要 1 分钟'],
    [61, '大约还要 2 分钟'],
    [5400, '大约还要 1.5 小时'],
  ])('say %d seconds as %s', (seconds, text) => expect(remainingText(seconds)).toBe(text))

  it('say how a large file is sent', () => {
    expect(capsText({ exceeded: [], kept: [web, client] }, 1)).toBeUndefined()
    expect(capsText({ exceeded: [client], kept: [web] }, 40 * 1024 ** 2)).toBe(
      '压缩包约 40.0 MB，普通附件装不下：邮件客户端上限约 35 MB。请用网页邮箱发送。',
    )
    expect(capsText({ exceeded: [web, client], kept: [] }, 112 * 1024 ** 2)).toContain('超大附件')
  })

  it('say counts and times', () => {
    expect(countsText({ total: 21, images: 19, videos: 2, rows: 0 })).toBe('图片 19 张，视频 2 个')
    expect(momentText('2023-08-25T10:32:00')).toBe('8月25日 10:32')
    expect(deadlineText({ date: '2023-08-31', days: 6, state: 'near' })).toBe('2023年8月31日，还剩 6 天')
    expect(deadlineText({ date: '2023-08-31', time: '17:00', days: 0, state: 'passed' })).toBe(
      '2023年8月31日 17:00，已过截止时间',
    )
  })
})
