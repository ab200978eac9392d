import { describe, expect, it } from 'vitest'
import { continueEntries, type EntryMeasure } from './continue-entries.ts'
import type { Entry } from './paper.ts'

const entry = (label: string, lines: number, wide = true): Entry => ({
  label,
  wide,
  lines: Array.from({ length: lines }, (_, index) => `· ${label}${index + 1}`),
})
/** As if every line took one for twenty characters, and each was a millimetre high. */
const measured = (entries: readonly Entry[]): EntryMeasure => ({
  lines: entries.map(({ lines }) => lines.map((line) => Math.ceil(line.length / 20))),
  heightOf: (counts) => counts.reduce((sum, count) => sum + count, 0),
  split: (line, count) => [line.slice(0, count * 20), line.slice(count * 20)],
})
const cut = (entries: readonly Entry[], room: number) => continueEntries(entries, measured(entries), room)
const heightOf = (entries: readonly Entry[]) => measured(entries).lines.flat().reduce((sum, one) => sum + one, 0) // prettier-ignore

describe('entries above the signatures', () => {
  const entries = [entry('甲', 1), entry('乙', 6), entry('丙', 3)]

  it('stay as they are where they have room', () =>
    expect(cut(entries, 10)).toEqual({ shown: entries, rest: [] }))
  it('lose the last lines of the longest, which says how many go on behind', () => {
    const { shown, rest } = cut(entries, 8)
    expect(shown[1]?.lines).toEqual(['· 乙1', '· 乙2', '· 乙3', '（另有3条，见下页“续”）'])
    expect(rest).toEqual([{ label: '乙（续）', lines: ['· 乙4', '· 乙5', '· 乙6'], wide: true }])
  })
  it('count nothing where their lines are no points: an archive has two', () => {
    const archives = { ...entry('甲', 0), lines: ['一.zip', '100 MB', '二.zip', '100 MB'] }
    const { shown, rest } = cut([archives], 3)
    expect(shown[0]?.lines).toEqual(['一.zip', '100 MB', '（另有部分内容，见下页“续”）'])
    expect(rest[0]?.lines).toEqual(['二.zip', '100 MB'])
  })
  it('are cut within a line that is too long for the sheet', () => {
    const reason = `· ${'老照片只有这一份。'.repeat(200)}`
    const { shown, rest } = cut([entry('甲', 1), { ...entry('乙', 1), lines: ['· 短', reason] }], 20)
    expect(heightOf(shown)).toBe(20)
    expect(shown[1]?.lines.at(-1)).toBe('（另有部分内容，见下页“续”）')
    expect([...(shown[1]?.lines.slice(1, -1) ?? []), ...(rest[0]?.lines ?? [])].join('')).toBe(reason)
  })
  it('are as many as there is room for, however many there are', () => {
    const many = [entry('甲', 1), entry('乙', 2000), entry('丙', 900)]
    for (const room of [40, 41]) expect(heightOf(cut(many, room).shown)).toBe(room)
  })
  it('lose no line for good, however little room there is', () => {
    for (let room = 0; room < 11; room++) {
      const { shown, rest } = cut(entries, room)
      const lines = [...shown, ...rest].flatMap((one) => one.lines).filter((line) => !line.startsWith('（'))
      expect(lines.toSorted()).toEqual(entries.flatMap((one) => one.lines).toSorted())
      expect(shown.every((one) => !one.lines[0]?.startsWith('（'))).toBe(true)
    }
  })
  it('that share a line are not cut', () => {
    const narrow = [entry('甲', 4, false), entry('乙', 4, false)]
    expect(cut(narrow, 1)).toEqual({ shown: narrow, rest: [] })
  })
})
