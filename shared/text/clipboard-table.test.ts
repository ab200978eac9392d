import { describe, expect, it } from 'vitest'
import { clipboardTable } from './clipboard-table.ts'

describe('the text that Excel puts on the clipboard', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a', [['a']]],
    ['a\r\n', [['a']]],
    ['', [['']]],
    ['a\nb\n', [['a'], ['b']]],
    ['a\rb', [['a'], ['b']]],
    [
      'a\t\r\n\tb\r\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a\t', [['a', '']]],
    ['a\r\n\r\nb\r\n', [['a'], [''], ['b']]],
  ])('%j is cells by row', (text, rows) => {
    expect(clipboardTable(text)).toEqual(rows)
  })

  it('a cell of several lines stands in quotes, its own quotes doubled', () => {
    expect(clipboardTable('题目\t"第一行\n他说""好""\r\n第三行"\r\n乙\t丙\r\n')).toEqual([
      ['题目', '第一行\n他说"好"\n第三行'],
      ['乙', '丙'],
    ])
    expect(clipboardTable('"a\tb"\tc')).toEqual([['a\tb', 'c']])
  })

  it('quotes that are part of the text stay', () => {
    expect(clipboardTable('"原图"\t他说"好"\r\n"半边\tb\r\n')).toEqual([
      ['"原图"', '他说"好"'],
      ['"半边', 'b'],
    ])
    expect(clipboardTable('"一"和\r\n"二"')).toEqual([['"一"和'], ['"二"']])
  })
})
