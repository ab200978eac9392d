import type { UnwrittenField } from '../lists/unwritten-fields.ts'
import { grouped } from './measures.ts'

/** What will not stand in the clerk's own workbook, in a sentence: 官方空白表里没有这些列：承办单位（2 行）… */
export const unwrittenText = (fields: readonly UnwrittenField[]): string => {
  const names = fields.map(({ label, rows }) => (rows > 0 ? `${label}（${grouped(rows)} 行）` : label))
  return `官方空白表里没有这些列：${names.join('、')}。写在清单里的这些内容不会出现在表里，只留在压缩包的数据文件里。`
}
