import { baseName } from '../../../shared/naming/file-path.ts'
import type { Origin } from '../../../shared/project/origin.ts'

/** Where a row came from: 沈河区.xlsx 的“Sheet1”第 8 行. */
export const placeText = ({ file, sheet, row }: Origin): string =>
  `${baseName(file)}${sheet === '' ? ' ' : `“${sheet}”`}第 ${row} 行`
