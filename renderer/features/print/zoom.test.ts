import { describe, expect, it } from 'vitest'
import { zoomFactor } from './zoom.ts'

/** A sheet of A4 has 793.7 × 1122.5 pixels. */
describe('a sheet', () => {
  it('is as wide as there is room, but no larger than letters need', () => {
    expect(zoomFactor('width', { width: 1000, height: 600 })).toBe(1.25)
    expect(zoomFactor('width', { width: 3000, height: 600 })).toBe(1.4)
    expect(zoomFactor('width', { width: 600, height: 600 })).toBe(0.75)
  })

  it('stands whole in the window where that is asked for', () => {
    expect(zoomFactor('whole', { width: 1000, height: 600 })).toBe(0.53)
    expect(zoomFactor('whole', { width: 400, height: 600 })).toBe(0.5)
  })

  it('is as large as it is in any window', () => {
    expect(zoomFactor('full', { width: 400, height: 300 })).toBe(1)
  })

  it('never vanishes', () => {
    expect(zoomFactor('whole', { width: 0, height: 0 })).toBeGreaterThan(0)
  })
})
