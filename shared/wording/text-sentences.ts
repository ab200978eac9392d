import { boundText, clipped, dateText, namesText, windowText } from './measures.ts'
import type { Sentences } from './sentence.ts'

/** How a capture time is written. */
const written = (year: number): string => `请写成“${year}年5月20日”或“${year}年5月”`

/** Sentences about what the clerk has written in a field of a file or of a row. */
export const textSentences = {
  'capture-outside': ({ expected, actual }) =>
    `${actual.source === 'file' ? '文件里记录的' : ''}拍摄时间是 ${clipped(dateText(actual.takenAt))}，要求在 ${windowText(expected)}之内`,
  'capture-future': ({ expected, actual }) =>
    `${actual.source === 'file' ? '文件里记录的' : ''}拍摄时间是 ${clipped(dateText(actual.takenAt))}，晚于今天（${dateText(expected.today)}），请核对`,
  'date-unreadable': ({ expected, actual }) =>
    `${expected.label}写的是“${clipped(actual.text)}”，看不出是什么时候，${written(expected.year)}`,
  'date-impossible': ({ expected, actual }) =>
    `${expected.label}“${clipped(actual.text)}”不对：没有这个日子，或者结束在开始之前，${written(expected.year)}`,
  'year-assumed': ({ expected, actual }) =>
    `${expected.label}写的是“${clipped(actual.text)}”，没有写年份，按 ${actual.date}报送；不是 ${expected.year}年的，请写上年份`,
  'text-missing': ({ expected }) => `还没有填${expected.label}`,
  'text-length': ({ expected, actual }) =>
    `${expected.label}现在 ${actual.words} 字，要求${boundText(expected.bound, (value) => `${value} 字`)}`,
  'text-length-by-characters': ({ expected, actual }) =>
    `${expected.label}按Word的“字数”是 ${actual.words} 字，合格；按“字符数（不计空格）”是 ${actual.characters}，要求${boundText(expected.bound, (value) => `${value} 字`)}`,
  'choice-unknown': ({ expected, actual }) =>
    `${expected.label}写的是“${clipped(actual.text)}”，不在选项里，可以选：${expected.choices.join('、')}`,
  'phone-unreadable': ({ expected, actual }) =>
    `${expected.label}“${clipped(actual.text)}”不像能拨通的号码${actual.suggestion === undefined ? '' : `，是不是 ${actual.suggestion}？`}`,
  'phone-without-area-code': ({ expected, actual }) => `${expected.label}“${clipped(actual.text)}”没有写区号`,
  'phone-lost-digits': ({ expected, actual }) =>
    `${expected.label}“${clipped(actual.text)}”被Excel改成了科学记数，后面几位数字已经丢了，要重新填写`,
  'time-unreadable': ({ expected, actual }) =>
    `${expected.label}写的是“${clipped(actual.text)}”，看不出是哪一天`,
  'time-vague': ({ expected, actual }) =>
    `${expected.label}写的是“${clipped(actual.text)}”，没有写到具体哪一天`,
  'time-impossible': ({ expected, actual }) =>
    `${expected.label}“${clipped(actual.text)}”不对：没有这一天，或者结束在开始之前`,
  'time-outside': ({ expected, actual }) => `时间“${clipped(actual.text)}”不在 ${windowText(expected)}之内`,
  'time-beside-event': ({ expected, actual }) =>
    `时间“${clipped(actual.text)}”不在集中开展的 ${windowText(expected)}之内`,
  'phrase-vague': ({ expected, actual }) => `${expected.label}写的是“${clipped(actual.text)}”，写得不够明白`,
  'row-repeated': ({ expected, actual }, { rowName }) => {
    const others = actual.others.map((id) => rowName?.(id)).filter((name) => name !== undefined)
    const same = expected.labels.join('、')
    return others.length > 0 ? `${same}与${namesText(others)}一样` : `${same}与前面的一行一样`
  },
  'row-alike': ({ expected, actual }, { rowName }) => {
    const others = actual.others.map((id) => rowName?.(id)).filter((name) => name !== undefined)
    const alike = {
      'name-and-time': '名称相近、时间重叠',
      'place-and-time': '地点一样、时间重叠',
      'name-and-place': '名称和地点一样、时间不同',
    }[expected.by]
    return `与${others.length > 0 ? namesText(others) : '前面的一行'}${alike}，可能是同一个活动`
  },
} satisfies Sentences
