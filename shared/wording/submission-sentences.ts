import { boundText, dateText, grouped } from './measures.ts'
import type { FindingOf } from '../findings.ts'
import type { Sentences } from './sentence.ts'

/** Sentences about the submission as a whole. */
export const submissionSentences = {
  'quota-short': (finding) => `${quota(finding)}，数量不够`,
  'quota-exceeded': (finding) => `${quota(finding)}，数量超了`,
  'quota-unknown-class': ({ expected, actual }) =>
    `单位类别“${actual.unitClass}”不在通知里，通知里有：${expected.classes.join('、')}`,
  'deadline-near': ({ expected, actual }) =>
    actual.days <= 0
      ? `${expected.title}就在今天（${clock(expected)}）`
      : `离${day(expected)}还有 ${actual.days} 天`,
  'deadline-passed': ({ expected, actual }) => `${day(expected)}已过，今天是${dateText(actual.now)}`,
  'declaration-missing': ({ expected }) => `还没有确认：“${expected.text}”`,
} satisfies Sentences

function quota({ expected, actual }: FindingOf<'quota-short' | 'quota-exceeded'>): string {
  const kinds = [
    actual.images > 0 && `图片 ${actual.images}`,
    actual.videos > 0 && `视频 ${actual.videos}`,
  ].filter((part) => part !== false)
  const detail = kinds.length > 1 ? `（${kinds.join('，')}）` : ''
  const required = boundText(expected.bound, (value) => grouped(value))
  return `${expected.label}要求${required}，现有 ${grouped(actual.count)}${detail}`
}

const clock = ({ date, time }: FindingOf<'deadline-near'>['expected']): string =>
  `${dateText(date)}${time === undefined ? '' : ` ${time}`}`

const day = (expected: FindingOf<'deadline-near'>['expected']): string =>
  `${expected.title}（${clock(expected)}）`
