import { describe, expect, it } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { taskNamed } from '../../shared/rules/submission.fixture.ts'
import { readForm } from './form-read.ts'
import {
  bookOf,
  bookWithSheet,
  edited,
  goodRow,
  header,
  problemsOf,
  put,
  readBook,
  sheetOf,
} from './sheet.fixture.ts'

const good = () => bookOf([header, goodRow('a.jpg'), goodRow('b.jpg')])

describe('rows of files that are not there', () => {
  it('are passed over and told where that is asked for; the others are read', async () => {
    const content = bookOf([header, goodRow('a.jpg'), goodRow('removed.jpg')])
    const options = { path: '表.xlsx', content, task: taskNamed('media'), known: ['a.jpg', 'b.jpg'] }
    const { rows, missing, unknown } = await readForm({ ...options, passOver: true })
    expect(rows.map(({ relative }) => relative)).toEqual(['a.jpg'])
    expect([missing, unknown]).toEqual([['b.jpg'], [{ cell: 'A3', file: 'removed.jpg' }]])
    await expect(readForm(options)).rejects.toThrow('form-invalid')
  })
})

describe('a form is refused', () => {
  it('with the path it was given, for messages', async () => {
    const failed = readBook(Buffer.from('text'), [], '桌面/表.xlsx')
    await expect(failed).rejects.toThrow(Fault)
    await expect(failed).rejects.toMatchObject({ data: { code: 'form-invalid', path: '桌面/表.xlsx' } })
  })

  it('when no row among the first fifteen has the labels', async () => {
    const missing = ['原文件名', '题目', '拍摄者或来源', '拍摄时间', '拍摄地点', '简介']
    expect(await problemsOf(bookOf([['姓名', '电话']]))).toEqual([{ problem: 'no-header', missing }])
    const low = [...Array.from({ length: 15 }, () => ['说明']), header, goodRow('a.jpg')]
    expect(await problemsOf(bookOf(low))).toEqual([{ problem: 'no-header', missing }])
    expect(await problemsOf(bookOf(low.slice(1)), ['a.jpg'])).toEqual([])
  })

  it('when a required column or the file column is gone, naming each', async () => {
    expect(await problemsOf(bookOf([header.slice(0, 6), goodRow('a.jpg')]))).toEqual([
      { problem: 'no-header', missing: ['拍摄地点', '简介'] },
    ])
    expect(await problemsOf(bookOf([header.slice(1), goodRow('a.jpg').slice(1)]))).toEqual([
      { problem: 'no-header', missing: ['原文件名'] },
    ])
  })

  it('when a label stands twice, whatever hint is added to it', async () => {
    expect(await problemsOf(bookOf([[...header, '简介（100字以内）'], goodRow('a.jpg')]))).toEqual([
      { problem: 'repeated-header', label: '简介' },
    ])
    expect(await problemsOf(bookOf([[...header, '原文件名'], goodRow('a.jpg')]))).toEqual([
      { problem: 'repeated-header', label: '原文件名' },
    ])
  })

  it('for a file that is not in the submission, and for a row without one', async () => {
    const rows = [header, goodRow('a.jpg'), goodRow('c.jpg'), goodRow('')]
    expect(await problemsOf(bookOf(rows))).toEqual([
      { problem: 'unknown-file', cell: 'A3', file: 'c.jpg' },
      { problem: 'no-file', cell: 'A4' },
    ])
  })

  it('for a file that has two rows', async () => {
    expect(await problemsOf(bookOf([header, goodRow('a.jpg'), goodRow('A.JPG')]))).toEqual([
      { problem: 'repeated-file', cell: 'A3', file: 'A.JPG' },
    ])
  })

  it('for formulas and error values in the columns that are read', async () => {
    const content = edited(good(), (sheet) => {
      sheet['D2'] = { t: 's', f: 'B2&"题"', v: '新.jpg题' }
      sheet['E3'] = { t: 'e', v: 0x2a, w: '#N/A' }
      sheet['A3'] = { t: 's', f: '"b"&".jpg"', v: 'b.jpg' }
    })
    expect(await problemsOf(content)).toEqual([
      { problem: 'formula', cell: 'D2', label: '题目' },
      { problem: 'formula', cell: 'A3', label: '原文件名' },
      { problem: 'error-value', cell: 'E3', label: '拍摄者或来源', value: '#N/A' },
    ])
  })

  it('not for formulas drawn down over rows that say nothing', async () => {
    const content = edited(good(), (sheet) => {
      put(sheet, 'D9', '')
      sheet['D9'] = { t: 's', f: 'IF(A9="","",A9)', v: '' }
    })
    expect(await problemsOf(content)).toEqual([])
  })

  it('for merged cells over its texts, not over titles, other columns or blank rows', async () => {
    const content = edited(good(), (sheet) => {
      sheet['!merges'] = [
        { s: { r: 1, c: 6 }, e: { r: 2, c: 6 } },
        { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } },
        { s: { r: 0, c: 3 }, e: { r: 0, c: 4 } },
        { s: { r: 20, c: 0 }, e: { r: 30, c: 7 } },
      ]
    })
    expect(await problemsOf(content)).toEqual([{ problem: 'merged', range: 'G2:G3', label: '拍摄地点' }])
  })

  it('for a text longer than a cell can hold', async () => {
    const cell = (name: string, text: string) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`
    const line = (row: number, texts: readonly string[]) =>
      `<row r="${row}">${texts.map((text, column) => cell(`${'ABCDEFGH'[column]}${row}`, text)).join('')}</row>`
    const long = goodRow('a.jpg').with(7, '科'.repeat(32_768))
    const xml = `<sheetData>${line(1, header)}${line(2, long)}</sheetData>`
    expect(await problemsOf(bookWithSheet(xml))).toEqual([
      { problem: 'cell-too-long', cell: 'H2', label: '简介', characters: 32_768, limit: 32_767 },
    ])
  })

  it('for more rows than a submission has', async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => goodRow(`${index}.jpg`))
    expect(await problemsOf(bookOf([header, ...rows]))).toEqual([
      { problem: 'too-many-rows', rows: 5001, limit: 5000 },
    ])
  })

  it('for everything at once', async () => {
    const rows = [header, goodRow('x.jpg'), goodRow('a.jpg'), goodRow('a.jpg'), goodRow('')]
    const content = edited(bookOf(rows), (sheet) => {
      sheet['H3'] = { t: 's', f: 'A1', v: '原文件名' }
    })
    expect((await problemsOf(content)).map(({ problem }) => problem).toSorted()).toEqual(
      ['unknown-file', 'repeated-file', 'no-file', 'formula'].toSorted(),
    )
  })

  it('with the sheet before the cell where there are several', async () => {
    const content = edited(good(), (_, workbook) => {
      workbook.SheetNames.push('表2')
      workbook.Sheets['表2'] = sheetOf([header, goodRow('a.jpg')])
    })
    expect(await problemsOf(content)).toEqual([{ problem: 'repeated-file', cell: '表2!A2', file: 'a.jpg' }])
  })
})

describe('a file is found', () => {
  const read = async (written: string, known: readonly string[]) =>
    (await readBook(bookOf([header, goodRow(written)]), known)).rows[0]?.relative

  it.each([
    ['进校园\\IMG_1.JPG', '进校园/IMG_1.JPG', 'with backslashes'],
    ['./进校园/img_1.jpg', '进校园/IMG_1.JPG', 'in another case'],
    ['Cafe\u0301.jpg', 'Café.jpg', 'with accents composed or not'],
    ['IMG_1.JPG', '进校园/IMG_1.JPG', 'by its bare name where only one file has it'],
    ['  IMG_1.JPG ', 'IMG_1.JPG', 'with spaces around it'],
  ])('%j as %j: %s', async (written, relative) => {
    expect(await read(written, [relative, '其他/b.jpg'])).toBe(relative)
  })

  it('not by a bare name that two files have', async () => {
    const content = bookOf([header, goodRow('IMG_1.JPG')])
    expect(await problemsOf(content, ['一/IMG_1.JPG', '二/IMG_1.JPG'])).toEqual([
      { problem: 'unknown-file', cell: 'A2', file: 'IMG_1.JPG' },
    ])
  })

  it('exactly, where two names differ in case only', async () => {
    expect(await read('img_1.jpg', ['IMG_1.jpg', 'img_1.jpg'])).toBe('img_1.jpg')
  })
})
