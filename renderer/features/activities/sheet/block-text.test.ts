import { expect, it } from 'vitest'
import { clipboardTable } from '../../../../shared/text/clipboard-table.ts'
import { blockText } from './block-text.ts'

it('comes back as it was, with line breaks, tabs and quotes in cells', () => {
  const table = [
    ['科普日“主场”', '9月17日', '第一行\n第"二"行'],
    ['', '“引号”', '"开头的引号'],
    ['a\tb', '', '尾'],
  ]
  expect(clipboardTable(blockText(table))).toEqual(table)
})

it('holds one text as it is', () => {
  expect(blockText([['他说"好"']])).toBe('他说"好"')
})
