import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readForm } from './form-read.ts'
import { formRows, notice, task, unit } from './form.fixture.ts'
import { writeForm, type FormRow } from './form-write.ts'
import { bookOf, edited, goodRow, header, put, readBook, sheetOf } from './sheet.fixture.ts'

const filled = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))

async function roundTrip(rows: readonly FormRow[]) {
  const content = await writeForm({ notice, task, unit, rows })
  const known = rows.map(({ relative }) => relative)
  const { rows: back, missing } = await readForm({ path: 'form.xlsx', content, task, known })
  return { back: back.map(({ relative, fields }) => ({ relative, fields: filled(fields) })), missing }
}

describe('a form that was written and is read back', () => {
  it('gives the same texts for the same files, in the same order', async () => {
    const rows = formRows(200)
    const { back, missing } = await roundTrip(rows)
    expect(back).toEqual(rows.map(({ relative, fields }) => ({ relative, fields })))
    expect(missing).toEqual([])
  })

  it('keeps texts that look like formulas, numbers, dates, escapes and markup', async () => {
    const texts = [
      '=1+1',
      '+8613800138000',
      '-1',
      '@张三',
      '2023.5',
      '00123',
      '1E5',
      'IMG_x0041_.jpg',
      '<b>&amp;"',
      "'引号",
      'TRUE',
      '#N/A',
    ]
    const rows = texts.map((title, index): FormRow => ({
      relative: `${index}/${title}.jpg`,
      name: `${index}.jpg`,
      kind: 'image',
      fields: { title, caption: `${title}\n第二行\n\n𬭊㛃` },
    }))
    const { back } = await roundTrip(rows)
    expect(back).toEqual(rows.map(({ relative, fields }) => ({ relative, fields })))
  })

  it('keeps a text of the greatest length a cell can hold', async () => {
    const title = '科'.repeat(32_767)
    const { back } = await roundTrip([{ relative: 'a.jpg', name: 'a.jpg', kind: 'other', fields: { title } }])
    expect(back[0]?.fields).toEqual({ title })
  })

  it('gives an optional field a column only when a file has it', async () => {
    const [first, second] = formRows(2) as [FormRow, FormRow]
    const { back } = await roundTrip([{ ...first, fields: { phone: '024-12345678' } }, second])
    expect(back[0]?.fields).toEqual({ phone: '024-12345678' })
  })
})

describe('a form that a clerk has changed', () => {
  const rows = formRows(3)
  const known = rows.map(({ relative }) => relative)
  const form = () => writeForm({ notice, task, unit, rows })

  it('gives what stands in the cells, blank ones too, with the number of the row', async () => {
    const content = edited(await form(), (sheet) => {
      put(sheet, 'D6', '  改过的题目\r\n第二行 ')
      put(sheet, 'D5', null)
      put(sheet, 'G6', 15_041_455_447)
      put(sheet, 'E6', true)
      put(sheet, 'H6', 0.1 + 0.2)
    })
    const { rows: back } = await readBook(content, known)
    expect(back[0]?.fields).toMatchObject({ title: '', creator: '李𬭊' })
    expect(back[1]).toMatchObject({
      row: 6,
      fields: { title: '改过的题目\n第二行', place: '15041455447', creator: 'TRUE', caption: '0.3' },
    })
  })

  it('reads true dates as the day, or as the month where only that is shown', async () => {
    const content = edited(await form(), (sheet) => {
      sheet['F5'] = { t: 'n', v: 45_066, z: 'yyyy/m/d' }
      sheet['F6'] = { t: 'n', v: 45_047, z: 'yyyy"年"m"月"' }
      sheet['F7'] = { t: 'n', v: 45_066.75, z: 'm/d/yy h:mm' }
    })
    const { rows: back } = await readBook(content, known)
    expect(back.map(({ fields }) => fields['takenAt'])).toEqual(['2023-05-20', '2023-05', '2023-05-20'])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const content = edited(await form(), (sheet, workbook) => {
      workbook.Workbook = { ...workbook.Workbook, WBProps: { date1904: true } }
      sheet['F5'] = { t: 'n', v: 45_066 - 1462, z: 'yyyy-mm-dd' }
    })
    const { rows: back } = await readBook(content, known)
    expect(back[0]?.fields['takenAt']).toBe('2023-05-20')
  })

  it('may have its columns in another order, others between them, other words for a label', async () => {
    const content = bookOf([
      ['沈阳市科协填写表'],
      ['说明：请填写以下各栏，拍摄时间、拍摄地点必填'],
      [
        '简介 *\n（100字以内，写明人物）',
        '审核意见',
        '拍摄 地点：',
        '图片题目',
        '＊拍摄者或来源',
        '时间',
        '原文件名',
      ],
      ['介绍', '同意', '沈阳', '题', '张三', '2023年5月', 'a.jpg'],
    ])
    const { rows: back } = await readBook(content, ['a.jpg'])
    expect(back).toEqual([
      {
        relative: 'a.jpg',
        row: 4,
        fields: { caption: '介绍', place: '沈阳', title: '题', creator: '张三', takenAt: '2023年5月' },
      },
    ])
  })

  it('prefers the label to a word that may mean it', async () => {
    const content = bookOf([
      [...header, '地址', '时间'],
      [...goodRow('a.jpg'), '三好街', '上午'],
    ])
    const { rows: back } = await readBook(content, ['a.jpg'])
    expect(back[0]?.fields).toMatchObject({ place: '沈阳', takenAt: '2023-05-20' })
  })

  it('may have blank rows, rows of formats only, and no row for some file', async () => {
    const content = bookOf([header, goodRow('b.jpg'), [], ['', ' ', '图片', '', ''], goodRow('a.jpg')])
    const { rows: back, missing } = await readBook(content, ['a.jpg', 'b.jpg', 'c.jpg'])
    expect(back.map(({ relative, row }) => [relative, row])).toEqual([
      ['b.jpg', 2],
      ['a.jpg', 5],
    ])
    expect(missing).toEqual(['c.jpg'])
  })

  it('may be parted into several sheets, beside notes and hidden sheets', async () => {
    const content = edited(bookOf([header, goodRow('a.jpg')]), (_, workbook) => {
      const sheets = {
        视频: [header, goodRow('b.mp4')],
        记事: [['别忘了盖章']],
        旧: [header, goodRow('a.jpg')],
      }
      for (const [name, lines] of Object.entries(sheets)) {
        workbook.SheetNames.push(name)
        workbook.Sheets[name] = sheetOf(lines)
      }
      workbook.Workbook = {
        Sheets: workbook.SheetNames.map((name) => ({ name, Hidden: name === '旧' ? 1 : 0 })),
      }
    })
    const { rows: back } = await readBook(content, ['a.jpg', 'b.mp4'])
    expect(back.map(({ relative }) => relative)).toEqual(['a.jpg', 'b.mp4'])
  })

  it('ignores formulas in columns that are not read', async () => {
    const content = edited(await form(), (sheet) => {
      sheet['B4'] = { t: 'n', f: '1+1', v: 2 }
    })
    expect((await readBook(content, known)).rows).toHaveLength(3)
  })
})

describe('a form saved by another program', () => {
  const folder = new URL('../fixtures/tables/', import.meta.url)
  const rows = formRows(4)
  const known = rows.map(({ relative }) => relative)
  const open = async (name: string) => readBook(await readFile(new URL(name, folder)), known, name)

  // Written by writeForm, opened and saved by LibreOffice 7.4.
  it.each(['form-libreoffice.xlsx', 'form-libreoffice.xls'])('reads %s', async (name) => {
    const { rows: back, missing } = await open(name)
    expect(back.map(({ relative, fields }) => ({ relative, fields: filled(fields) }))).toEqual(
      rows.map(({ relative, fields }) => ({ relative, fields })),
    )
    expect(missing).toEqual([])
  })

  // Edited by openpyxl 3.0.9: dates, a number, a text that begins with =, two rows moved down. It writes 𬭊 as &#183114;.
  it('reads form-openpyxl.xlsx', async () => {
    const { rows: back } = await open('form-openpyxl.xlsx')
    expect(back.map(({ row }) => row)).toEqual([4, 5, 6, 9])
    expect(back[0]?.fields).toMatchObject({ creator: '李𬭊' })
    expect(back[1]?.fields).toMatchObject({
      title: '实验室开放日\n（第二场）',
      creator: '王五',
      takenAt: '2023-05-27',
      place: '13800138000',
      caption: '=cmd',
    })
    expect(back[2]?.fields).toMatchObject({ takenAt: '2023-05' })
  })
})
