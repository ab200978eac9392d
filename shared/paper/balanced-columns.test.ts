import { describe, expect, it } from 'vitest'
import { balanceColumns } from './balanced-columns.ts'
import { layColumns } from './column-layout.ts'
import { sampleDocument } from './sample-document.fixture.ts'
import { countLines } from './text-lines.ts'

const measures = { total: 13_776, em: 210, padding: 140 }
const inside = (width: number) => (width - measures.padding) / measures.em
const table = (labels: readonly string[], rows: readonly (readonly string[])[]) => ({
  columns: labels.map((label) => ({ label, width: 10 })),
  rows,
})
const emOf = (...given: Parameters<typeof table>) =>
  balanceColumns(table(...given), measures).map(({ width }) => inside(width))
const long = '市科协联合教育局组织科技志愿者走进校园。'.repeat(10)

describe('columns in balance', () => {
  it('fill the page and make the table shorter than its proportions would', () => {
    const doc = sampleDocument(20, {
      columns: ['序号', '文件名', '类型', '题目', '作者', '时间', '地点', '简介'].map((label) => ({
        label,
        width: 10,
      })),
    })
    const lines = (widths: readonly { readonly width: number }[]) =>
      doc.rows.reduce(
        (sum, row) =>
          sum + Math.max(...row.map((text, column) => countLines(text, inside(widths[column]?.width ?? 0)))),
        0,
      )
    const balanced = balanceColumns(doc, measures)
    expect(balanced.reduce((sum, { width }) => sum + width, 0)).toBe(measures.total)
    expect(lines(balanced)).toBeLessThan(lines(layColumns(doc, measures)))
  })

  it('give long texts the room of empty ones, but labels keep theirs', () => {
    const [text = 0, note = 0, source = 0] = emOf(['说明', '备注', '拍摄者或来源'], [[long, '', '']])
    expect(text).toBeGreaterThan(45)
    expect(note).toBeGreaterThanOrEqual(2)
    expect(source).toBeGreaterThanOrEqual(6)
  })

  it('keep dates, numbers and telephone numbers on one line', () => {
    const columns = emOf(
      ['序号', '时间', '单位', '说明'],
      [
        ['200', '2023年11月28日', '沈阳市科协\n张三\n024-23221703', long],
        ['1', '2005年', '', long],
      ],
    )
    for (const [column, text] of ['200', '2023年11月28日', '024-23221703'].entries())
      expect([text, countLines(text, columns[column] ?? 0)]).toEqual([text, 1])
  })

  it('leave no character alone on its line where a little room takes it in', () => {
    const entries = ['沈阳市浑南区第一小学校', '沈阳市浑南区第一小学校']
    const [place = 0] = emOf(
      ['地点', '说明'],
      [
        [entries[0] ?? '', long],
        [entries[1] ?? '', long],
      ],
    )
    const last = 11 % Math.floor(place)
    expect(last === 0 || last > 2 || place >= 11).toBe(true)
  })

  it('do not save lines that a picture takes anyhow', () => {
    const rows = [['一二三四五六七八九十'.repeat(2), long.slice(0, 60)]]
    const [free, held] = [1, 9].map((leastLines) =>
      balanceColumns(table(['甲', '乙'], rows), { ...measures, total: 6160, leastLines }).map(
        ({ width }, column) => countLines(rows[0]?.[column] ?? '', inside(width)),
      ),
    )
    expect(free).toEqual([3, 3])
    expect(held).toEqual([2, 4])
  })

  it('look at so much of a text as decides', () => {
    const rows = (length: number) =>
      Array.from({ length: 30 }, (_, row) => [String(row), '科'.repeat(length), long])
    const labels = ['序号', '文件名', '简介']
    expect(emOf(labels, rows(20_000))).toEqual(emOf(labels, rows(500)))
  })

  it('keep to the proportions where there is no room to move', () => {
    const narrow = { ...measures, total: 2000 }
    const given = table(['拍摄者或来源', '拍摄时间'], [['甲', '2023年11月28日']])
    expect(balanceColumns(given, narrow)).toEqual(layColumns(given, narrow))
  })
})
