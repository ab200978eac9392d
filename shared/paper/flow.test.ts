import { describe, expect, it } from 'vitest'
import { flow, type Run } from './flow.ts'
import { joined, markup } from './markup.ts'

const run = (heights: readonly number[], change: Partial<Run> = {}): Run => ({
  pieces: heights.map((height, index) => ({ height, html: markup`${index}.` })),
  gap: 0,
  caption: 0,
  header: 0,
  together: 1,
  wrap: (pieces, begins) => markup`[${begins ? 'caption ' : ''}${joined(pieces)}]`,
  ...change,
})
const sheetsOf = (runs: readonly Run[], first = 100, later = 100) =>
  flow(runs, { first, later }).map(({ parts }) => joined(parts).html)
const same = (count: number, height: number) => Array.from({ length: count }, () => height)

describe('sheets', () => {
  it('are filled from the top down, each piece once and whole', () =>
    expect(sheetsOf([run(same(5, 40))])).toEqual(['[caption 0.1.]', '[2.3.]', '[4.]']))
  it('keep room for the header on each', () =>
    expect(sheetsOf([run(same(4, 30), { header: 20 })])).toEqual(['[caption 0.1.]', '[2.3.]']))
  it('have room of their own behind the first', () =>
    expect(sheetsOf([run(same(4, 30))], 100, 60)).toEqual(['[caption 0.1.2.]', '[3.]']))
  it('never hold the beginning of a run alone at their foot', () =>
    expect(sheetsOf([run([70]), run(same(6, 10), { header: 10, together: 3 })])).toEqual([
      '[caption 0.]',
      '[caption 0.1.2.3.4.5.]',
    ]))
  it('leave no straggler to the last', () =>
    expect(sheetsOf([run(same(11, 10), { together: 3 })])).toEqual([
      '[caption 0.1.2.3.4.5.6.7.]',
      '[8.9.10.]',
    ]))
  it('give a piece that is taller than any of them one to itself', () =>
    expect(sheetsOf([run([10, 500, 10])])).toEqual(['[caption 0.]', '[1.]', '[2.]']))
  it('leave out what is optional rather than begin another', () => {
    const end = run([20], { optional: true })
    expect(sheetsOf([run([90]), end])).toEqual(['[caption 0.]'])
    expect(sheetsOf([run([70]), end])).toHaveLength(1)
    expect(sheetsOf([run([70]), end])[0]).toBe('[caption 0.][caption 0.]')
  })
})
