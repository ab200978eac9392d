import { describe, expect, it } from 'vitest'
import { choicePlace } from './choice-place.ts'

const room = { top: 100, bottom: 500, right: 900 }
const list = { width: 150, height: 300 }
const cell = (top: number, left = 200) => ({ top, bottom: top + 48, left, right: left + 100 })

describe('a list of choices', () => {
  it('opens below its cell where it fits', () => {
    expect(choicePlace(cell(110), room, list)).toEqual({ isAbove: false, isEndwards: false, height: 300 })
  })
  it('opens above it where there is more room, and no higher than that', () => {
    expect(choicePlace(cell(440), room, list)).toMatchObject({ isAbove: true, height: 300 })
    expect(choicePlace(cell(330), room, list)).toMatchObject({ isAbove: true, height: 222 })
    expect(choicePlace(cell(240), room, list)).toMatchObject({ isAbove: false, height: 204 })
  })
  it('stays within the sheet at its right edge', () => {
    expect(choicePlace(cell(110, 800), room, list).isEndwards).toBe(true)
  })
})
