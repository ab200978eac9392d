import { expect, it } from 'vitest'
import { taskNamed } from '../../../shared/rules/submission.fixture.ts'
import { packedSize } from './packed-size.ts'

it('never shows what is over a limit as the limit itself, nor what is under it', () => {
  const task = taskNamed('media')
  const limit = 35 * 1024 ** 2
  expect(task.packaging.caps.map(({ bytes }) => bytes)).toContain(limit)
  expect(packedSize(task, limit)).toBe('35.0 MB')
  expect(packedSize(task, limit - 1)).toBe('34.9 MB')
  expect(packedSize(task, limit + 1)).toBe('35.1 MB')
  expect(packedSize(task, 2 * 1024 ** 3 + 1)).toBe('2.01 GB')
  // Away from every limit as any size.
  expect(packedSize(task, 40.09 * 1024 ** 2)).toBe('40.0 MB')
})
