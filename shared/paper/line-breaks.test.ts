import { describe, expect, it } from 'vitest'
import { breakLines } from './line-breaks.ts'
import { widthOf } from './text-lines.ts'

describe('the lines of a text on paper', () => {
  it.each([
    ['a date', '科普日活动定于2023年9月17日举行', 10],
    ['a size', '科普日宣传素材沈阳市科协 181.1 MB', 14],
    ['a phone number', '联系人张三电话 024-23221703转8012', 12],
    ['a digest', '前16位：09af 3c07 e1b2 4d58', 14],
    ['a playing time', '这个视频的时长一共是2分39秒', 11.5],
    ['a number with its measure', '通知要求各市不少于20个图片和视频', 9.8],
  ])('do not tear %s apart', (_, text, width) => {
    const lines = breakLines(text, width)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe(text)
    const whole = /2023年9月17日|181\.1 MB|024-23221703转8012|09af 3c07 e1b2 4d58|2分39秒|20个/.exec(
      text,
    )?.[0]
    expect(lines.some((line) => line.includes(whole ?? '?'))).toBe(true)
  })
  it('never begin with closing punctuation nor end with opening', () => {
    const text = '科普，科普。科普（科普）“科普”、科普《科普》'.repeat(5)
    for (let width = 4; width < 30; width++)
      for (const line of breakLines(text, width)) expect(line).toMatch(/^[^，。）”、》].*[^（“《]$/u)
  })
  it('leave no character alone on the last', () => {
    for (let length = 21; length < 60; length++) {
      const lines = breakLines('科'.repeat(length), 20)
      expect(lines.at(-1)?.length).toBeGreaterThanOrEqual(3)
    }
  })
  it('break a long unbroken name anywhere and fill the lines with it', () => {
    const lines = breakLines(`沈阳市科协-${'x'.repeat(60)}.jpg`, 15)
    expect(lines).toHaveLength(3)
    expect(lines.every((line) => widthOf(line) <= 15)).toBe(true)
  })
  it('are never wider than the column, whatever stands there', () => {
    for (const width of [1, 2, 5, 9.7])
      for (const line of breakLines('2023年9月17日（024-23221703），abc-def.jpg 科', width))
        expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(Math.max(width, 2.6))
  })
  it('end where a paragraph ends', () => expect(breakLines('一\r\n\n二', 10)).toEqual(['一', '', '二']))
})
