import { describe, expect, it } from 'vitest'
import { breakLines, cutText, splitText } from './line-breaks.ts'
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
  it.each(['太精彩了' + '！'.repeat(34), '—'.repeat(60), '（'.repeat(70), '”'.repeat(40), '科̴̨̛普̷̢'.repeat(30)])(
    'break a run of what is bound where the column ends: %s',
    (text) => {
      for (const width of [5, 9.7, 30]) {
        const lines = breakLines(text, width)
        expect(lines.join('')).toBe(text)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }
    },
  )
  it('are filled by a run of one sign, four by four', () =>
    expect(breakLines(`太精彩了${'！'.repeat(10)}`, 9)).toEqual(['太精彩了！！！！', '！！！！！！']))
  it('keep words of other scripts whole, whose letters are joined', () => {
    const lines = breakLines('ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ДЕНЬ НАУКИ خەلقئارا پەن', 9)
    expect(lines.map((line) => line.trim())).toEqual(['ᠮᠣᠩᠭᠣᠯ', 'ᠬᠡᠯᠡ ДЕНЬ', 'НАУКИ', 'خەلقئارا', 'پەن'])
  })
})

describe('a text that is cut', () => {
  const text = '第一段\n第二段很长很长很长很长\n\n第四段'
  it('keeps the ends of its paragraphs', () => {
    expect(breakLines(text, 6)).toEqual(['第一段', '第二段很长很', '长很长很长', '', '第四段'])
    expect(cutText(text, 6, 2)).toEqual(['第一段\n第二段很长很', '长很长很长\n', '第四段'])
    expect(splitText(text, 6, 3)).toEqual(['第一段\n第二段很长很长很长很长', '\n第四段'])
  })
  it('is the same when put together again', () => {
    const long = '科普日，'.repeat(500)
    expect(cutText(long, 30, 7).join('')).toBe(long)
    expect(cutText(long, 30, 7).map((part) => breakLines(part, 30).length > 7)).not.toContain(true)
    expect(splitText(long, 30, 11).join('')).toBe(long)
  })
})
