import type { Finding, FindingCode } from '../findings.ts'
import { fillTemplate } from '../naming/fill-template.ts'
import { bytePower, fallsShort, scaled } from '../notice/bound.ts'

/**
 * What each code is called in a line of its own: 3张图片像素不够. `{label}` is the field's; `{short}` says on which
 * side of the bound the value lies.
 */
const names = {
  'file-damaged': '文件损坏',
  'file-unreadable': '文件读不出来',
  'format-wrong': '格式不合要求',
  'kind-not-asked': '不在征集范围',
  'live-photo': '是实况照片',
  'extension-misleading': '扩展名与内容不符',
  'not-media': '不是图片或视频',
  'archive-inside': '是压缩包',
  'shortcut-instead-of-file': '是快捷方式',
  'bytes-outside': '文件{short}',
  'bytes-ambiguous': '文件大小在两可之间',
  'pixels-outside': '像素{short}',
  'edge-outside': '边长{short}',
  'aspect-wrong': '宽高比不合要求',
  'duration-outside': '时长{short}',
  'codec-unusual': '视频编码不常见',
  'chat-copy': '像是聊天软件转发的',
  screenshot: '像是屏幕截图',
  'same-file': '与别的文件相同',
  'similar-picture': '与别的图片很像',
  'capture-outside': '拍摄时间不在要求的范围',
  'capture-future': '拍摄时间晚于今天',
  'date-unreadable': '{label}看不出是什么时候',
  'date-impossible': '{label}没有这一天',
  'year-assumed': '{label}没有写年份',
  'text-missing': '{label}没有填',
  'text-length': '{label}字数{short}',
  'text-length-by-characters': '{label}字符数超出',
  'choice-unknown': '{label}不在选项里',
  'phone-unreadable': '{label}不像能拨通的号码',
  'phone-without-area-code': '{label}没有区号',
  'phone-lost-digits': '{label}丢了数字',
  'time-unreadable': '{label}看不出是哪一天',
  'time-vague': '{label}没有写到哪一天',
  'time-impossible': '{label}没有这一天',
  'time-outside': '时间不在要求的范围',
  'time-beside-event': '时间不在集中开展的日子',
  'phrase-vague': '{label}写得不够明白',
  'row-repeated': '与前面的一行相同',
  'row-alike': '可能与前面的一行是同一个活动',
  'name-unusable': '题目做不成文件名',
  'unit-name-unusable': '单位名称做不成文件名',
  'name-characters-replaced': '文件名换了字符',
  'name-shortened': '文件名截短了',
  'name-numbered': '文件名加了编号',
  'quota-short': '数量不足',
  'quota-exceeded': '数量超出',
  'quota-unknown-class': '单位类别不在通知里',
  'deadline-near': '快到截止日期',
  'deadline-passed': '过了截止日期',
  'declaration-missing': '有声明没有确认',
} as const satisfies { readonly [C in FindingCode]: string }

const isCode = (code: string): code is FindingCode => Object.hasOwn(names, code)

/** A code in words, without what was measured; undefined for what is no code. */
export const codeName = (code: string): string | undefined =>
  isCode(code) ? fillTemplate(names[code], { label: '文字', short: '不合要求' }) : undefined

/** What is wrong, in a few words. */
export const findingName = (finding: Finding): string =>
  // Equal in all that tells activities apart, or by name alone: not the same thing.
  (finding.code === 'row-repeated' ? finding.expected.labels.join('、') : '') +
  fillTemplate(names[finding.code], { label: labelOf(finding), short: sideOf(finding) })

const labelOf = ({ expected }: Finding): string =>
  expected !== null && 'label' in expected ? expected.label : '文字'

function sideOf(finding: Finding): string {
  switch (finding.code) {
    case 'bytes-outside': {
      const { bound, unit, bases } = finding.expected
      const exact = scaled(bound, Math.max(...bases) ** bytePower[unit])
      return fallsShort(exact, finding.actual.bytes) ? '太小' : '太大'
    }
    case 'pixels-outside':
      return fallsShort(finding.expected.bound, finding.actual.pixels) ? '不够' : '超出'
    case 'edge-outside':
      return fallsShort(finding.expected.bound, finding.actual.length) ? '不够' : '超出'
    case 'duration-outside':
      return fallsShort(finding.expected.bound, finding.actual.seconds) ? '不够' : '超出'
    case 'text-length':
      return fallsShort(finding.expected.bound, finding.actual.words) ? '不够' : '超出'
    default:
      return '不合要求'
  }
}
