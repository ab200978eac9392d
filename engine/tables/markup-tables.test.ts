import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { cellsOf, readContent } from './tables.fixture.ts'

const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><body><table border=1>
<tr><td colspan=2>附件2</td></tr><tr><td>活动名称</td><td>联系电话</td></tr>
<tr><td>科普&amp;大篷车</td><td>02423221703</td></tr></table></body></html>`

describe('a web page that bears the name of a workbook', () => {
  it.each([
    ['GBK', iconv.encode(page, 'gbk')],
    ['UTF-8', Buffer.from(page)],
  ])('is read in %s, with its merged cells and the zeros of its phones', async (_, content) => {
    expect(await cellsOf(content)).toEqual([
      ['附件2', { text: '附件2', from: 'beside' }],
      ['活动名称', '联系电话'],
      ['科普&大篷车', '02423221703'],
    ])
  })
})

describe('a workbook in one XML file', () => {
  const workbook = utils.book_new(utils.aoa_to_sheet([['活动名称'], ['科普大篷车']]), '清单')
  const xml = write(workbook, { type: 'buffer', bookType: 'xlml' }) as Buffer

  it('is read like any other', async () => {
    expect(await cellsOf(xml)).toEqual([['活动名称'], ['科普大篷车']])
  })
  it('does not grow by entities of its own', async () => {
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
    const bomb = xml
      .toString()
      .replace('?>', `?><!DOCTYPE x [<!ENTITY e0 "ha">${levels.join('')}]>`)
      .replace('科普大篷车', '&e9;')
    const read = await readContent(Buffer.from(bomb))
    expect(JSON.stringify(read).length).toBeLessThan(2000)
  })
})
