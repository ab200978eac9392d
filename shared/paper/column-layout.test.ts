import { describe, expect, it } from 'vitest'
import { fitWidths, layColumns } from './column-layout.ts'
import { sampleDocument } from './sample-document.fixture.ts'

const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0)

describe('widths', () => {
  it('keep their proportions and fill the page exactly', () => {
    expect(fitWidths([1, 2, 1], [0, 0, 0], 1000)).toEqual([250, 500, 250])
    expect(sum(fitWidths([1, 1, 1], [0, 0, 0], 1000))).toBe(1000)
    expect(sum(fitWidths([3, 7, 11, 13, 17], [50, 0, 0, 0, 0], 997))).toBe(997)
  })

  it('give a column what it needs at the cost of the others', () => {
    expect(fitWidths([1, 10, 10], [200, 0, 0], 1000)).toEqual([200, 400, 400])
  })

  it('keep to the proportions where needs take the page', () => {
    expect(fitWidths([1, 1], [600, 600], 1000)).toEqual([500, 500])
  })
})

describe('columns', () => {
  const lay = (rows: number) => layColumns(sampleDocument(rows), { total: 14_000, em: 210, padding: 140 })

  it('of short entries stand on one line and are centred, others begin at the left', () => {
    const columns = lay(20)
    expect(columns.map(({ align }) => align)).toEqual([
      'center',
      'left',
      'center',
      'left',
      'left',
      'center',
      'left',
      'left',
    ])
    expect(sum(columns.map(({ width }) => width))).toBe(14_000)
  })

  it('can be laid without rows', () => {
    expect(sum(lay(0).map(({ width }) => width))).toBe(14_000)
  })
})
