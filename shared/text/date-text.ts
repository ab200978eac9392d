import { toHalfWidth } from './half-width.ts'

const figures = '〇一二三四五六七八九'
const weekday = '(?:周|星期|礼拜)[一二三四五六日天]'
const weekdayOfDate = new RegExp(
  ` ?\\(${weekday}(?:[、,]${weekday})*\\)|(?<=[日号\\d]) ?${weekday}(?! ?[-闭休])`,
  'gu',
)

/** Chinese numerals before a unit of time as digits: 二〇二三年 is 2023年, 二十三日 is 23日. */
const withDigits = (text: string): string =>
  text
    .replace(/两(?=[时点])/gu, '2')
    .replace(/[〇○零一二三四五六七八九十廿]+(?=[年月日号时点])/gu, (numeral) => {
      const plain = numeral.replace(/[○零]/gu, '〇').replace('廿', '二十')
      const digits = [...plain.replace('十', '')].map((figure) => figures.indexOf(figure)).join('')
      const ten = plain.indexOf('十')
      if (ten < 0) return digits
      const [before, after] = [
        figures.indexOf(plain[ten - 1] ?? '一'),
        figures.indexOf(plain[ten + 1] ?? '〇'),
      ]
      return String(before * 10 + after)
    })

/**
 * A text about dates in one spelling: half-width, digits, 至 and 到 as `-`, no spaces around units and
 * separators, without the day of the week of a date (9月17日（周日）), which says nothing new.
 */
export const plainDateText = (text: string): string =>
  withDigits(toHalfWidth(text))
    .replace(/[至到]/gu, '-')
    .replace(/(?<=\d)。(?=\d)/gu, '.')
    .replace(weekdayOfDate, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([-./:;,、年月日号时点分]) ?/gu, '$1')
    .replace(/-+/gu, '-')
    .replace(/[.。;,，]+$/u, '')
    .trim()
