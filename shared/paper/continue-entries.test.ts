import { describe, expect, it } from 'vitest'
import { continueEntries } from './continue-entries.ts'
import type { Entry } from './paper.ts'

const entry = (label: string, lines: number, wide = true): Entry => ({
  label,
  wide,
  lines: Array.from({ length: lines }, (_, index) => `${label}${index + 1}`),
})
/** As if every line took one. */
const heightOf = (entries: readonly Entry[]) => entries.reduce((sum, { lines }) => sum + lines.length, 0)
const cut = (entries: readonly Entry[], room: number) => continueEntries(entries, heightOf, room)

describe('entries above the signatures', () => {
  const entries = [entry('甲', 1), entry('乙', 6), entry('丙', 3)]

  it('stay as they are where they have room', () =>
    expect(cut(entries, 10)).toEqual({ shown: entries, rest: [] }))
  it('lose the last lines of the longest, which says how many go on behind', () => {
    const { shown, rest } = cut(entries, 8)
    expect(shown[1]?.lines).toEqual(['乙1', '乙2', '乙3', '（另有3条，见下页“续”）'])
    expect(rest).toEqual([{ label: '乙（续）', lines: ['乙4', '乙5', '乙6'], wide: true }])
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
