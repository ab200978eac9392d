import { clipped, grouped } from '../../../../shared/wording/measures.ts'

/** Sentences of the workbook that a list is written into. */
export const words = {
  button: (name: string | undefined) => (name === undefined ? '清单样式' : `清单样式：${clipped(name, 12)}`),
  buttonWhy: (name: string | undefined) =>
    name === undefined ? '现在用随程序的样式' : `现在用官方空白表：${name}`,
  title: '清单用哪种样式',
  shipped: '用随程序的样式',
  shippedWhy: (title: string) => `A4 横向，题目“${title}”，有填报单位一行和序号。`,
  official: '用官方空白表',
  officialWhy:
    '选上级发的空白清单表（Excel）。程序认出表头，从表头下面填起，表的样子不变；原来的文件不会被改动。',
  choose: '选择官方空白表…',
  another: '换一张…',
  inUse: '正在使用',
  back: '改回',
  use: '用这张表',
  cancel: '取消',
  close: '关闭',
  found: (name: string, sheet: string, row: number) =>
    `${name}${sheet === '' ? '' : ` 的“${sheet}”`}，表头在第 ${grouped(row)} 行，从第 ${grouped(row + 1)} 行填起`,
  recognised: (count: number) => `认出 ${grouped(count)} 列`,
  column: (header: string, field: string) => (header === field ? header : `${header} ← ${field}`),
  missing: (labels: readonly string[]) =>
    `表里没有这些列：${labels.join('、')}。用这张表的话，这些内容不会写进去。`,
  unused: (headers: readonly string[]) => `这些列会空着：${headers.join('、')}`,
  failed: '没有认出这张表',
  used: (name: string) => `清单将写进“${name}”`,
  usedShipped: '已改回随程序的样式',
} as const
