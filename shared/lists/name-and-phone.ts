import { oneLine, trimmed } from '../text/joined-lines.ts'
import { parsePhones } from '../text/phone.ts'

/** Anything that is meant as a number to be dialled, also what Excel has made of one. */
const phoneLike =
  /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|\(?0\d{2,3}\)?[- ]{0,3}\d{3,4}[- ]?\d{4}(?:(?:-| ?转 ?)\d{1,6})?(?!\d)|[48]00-?\d{3}-?\d{4}(?!\d)|\d(?:\.\d+)?E\+?\d+|(?:\d{5,}|(?<!\d)\d{3,4}[- ]\d{4}(?!\d))(?:(?:-| ?转 ?)\d+)*/giu
const labels =
  /(?:联系人|负责人|联系方式|联系电话|办公电话|手机号码?|手机|电话|座机|办公室?电话|tel|mobile)[:.]?/giu
/** A few people with their phones; what is longer is a text. */
const longest = 500
/** What stands around a name when its number is gone. */
const beforeName = new Set(' :.-)]】')
const behindName = new Set(' :.-([【')
/** Where a number was taken out. */
const gap = '\n'

/**
 * A contact and a phone that were written in one cell: `张三13800000000、李四 024-23221703` is `张三、李四` and
 * `13800000000、024-23221703`. Either is blank where the cell has none.
 */
export function splitNameAndPhone(text: string): { readonly name: string; readonly phone: string } {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u2500]/gu, '-')
    .trim()
  if (plain.length > longest) return { name: oneLine(text), phone: '' }
  const phones = plain.match(phoneLike) ?? []
  const names = plain
    .replace(phoneLike, gap)
    .replace(labels, ' ')
    .replace(/[([【<][\s,、;/:]*[)\]】>]/gu, gap)
    .split(/[\n、,;/|]+/u)
    .map(tidyName)
    .filter((name) => name !== '')
  return { name: names.join('、'), phone: phones.map(printed).join('、') }
}

function tidyName(piece: string): string {
  const name = trimmed(piece.replace(/\s+/gu, ' '), beforeName, behindName)
  // 张 三: a name of two characters spread to the width of three.
  return name.replace(/^(\p{Script=Han}) (\p{Script=Han})$/u, '$1$2').replace(/\((.*)\)/u, '（$1）')
}

function printed(phone: string): string {
  const [reading] = parsePhones(phone)
  return reading !== undefined && 'number' in reading ? reading.number : phone.trim()
}
