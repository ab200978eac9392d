import { describe, expect, it } from 'vitest'
import { documentText, sheetText, wholeCharacters } from './document-text.ts'
import { troublesome } from '../../shared/paper/sample-document.fixture.ts'

describe('a text for a document', () => {
  it('loses what XML cannot hold, and nothing else', () => {
    expect(documentText(troublesome.control)).toBe('一二三四')
    expect(documentText(troublesome.rare)).toBe(troublesome.rare)
    expect(documentText('\uFFFE\uFFFF\u0001\tA\u00A0')).toBe('\tA\u00A0')
  })

  it('has one kind of line break', () => {
    expect(documentText('一\r\n二\r三\n四\u000B五\u2028六')).toBe('一\n二\n三\n四\n五\n六')
  })

  it('keeps Excel from reading an escape where none is meant', () => {
    expect(sheetText('IMG_x0041_x0042_.jpg')).toBe('IMG_x005F_x0041_x005F_x0042_.jpg')
    expect(sheetText('_x12_')).toBe('_x12_')
  })

  it('fits into a cell', () => {
    expect(sheetText('科'.repeat(40_000))).toHaveLength(32_767)
  })

  it('is never cut through a character', () => {
    expect(wholeCharacters('一𬭊', 2)).toBe('一')
    expect(wholeCharacters('一𬭊', 3)).toBe('一𬭊')
  })
})
