import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../shared/facts.ts'
import { measuredTexts, takenTexts } from './facts-text.ts'

const image: Facts = {
  kind: 'image',
  format: 'jpeg',
  condition: { state: 'whole' },
  bytes: 3_145_727,
  modified: '2023-08-01T00:00:00.000Z',
  width: 1920,
  height: 1440,
}

describe('facts in a line', () => {
  it('say nothing of a file that could not be read', () => {
    const condition = { state: 'unreadable', reason: 'vanished' } as const
    expect(measuredTexts({ kind: 'other', format: 'unknown', condition, bytes: 0, modified: '' })).toEqual([])
  })
  it('say of a picture and a video what is known of them', () => {
    expect(measuredTexts(image)).toEqual(['1920×1440', '276万像素', '2.99 MB', 'JPG'])
    expect(
      measuredTexts({ ...image, kind: 'video', format: 'mov', duration: 61, videoCodec: 'hevc' }),
    ).toEqual(['1920×1440', '时长 1:01', '2.99 MB', 'MOV H.265（HEVC）'])
    expect(takenTexts(image)).toEqual([])
    expect(takenTexts({ ...image, takenAt: '2023-05-20T14:32:10', camera: 'Canon EOS R6' })).toEqual([
      '拍于 2023年5月20日 14:32',
      'Canon EOS R6',
    ])
  })
})
