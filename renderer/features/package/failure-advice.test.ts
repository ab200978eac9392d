import { expect, it } from 'vitest'
import { changedFiles } from './changed-files.ts'
import { changedTitle } from './plan-words.ts'
import { failureAdvice, leftText } from './failure-advice.ts'

it('offers what helps against each failure', () => {
  expect(failureAdvice({ code: 'plan-unfit', plan: 'one', bytes: 2, limit: 1 })).toEqual(['plan'])
  expect(failureAdvice({ code: 'file-too-large-for-disk', path: 'a', bytes: 2, limit: 1 })[0]).toBe('place')
  expect(failureAdvice({ code: 'disk-full', path: 'D:\\' })[0]).toBe('place')
  expect(failureAdvice({ code: 'source-changed', path: 'a', change: 'changed' })).toEqual(['measure'])
  expect(failureAdvice({ code: 'source-changed', path: 'a', change: 'locked' })[0]).toBe('retry')
  expect(failureAdvice({ code: 'internal', reference: 'x' })).toEqual(['retry'])
})

it('names the files that have changed, but not hundreds of them', () => {
  const one = { code: 'source-changed', path: 'D:\\照片\\a.jpg', change: 'vanished' } as const
  expect(changedFiles(one)).toMatchObject({ total: 1, locked: false })
  expect(changedFiles({ code: 'nothing-to-pack' })).toBeUndefined()
  const more = Array.from({ length: 20 }, (_, index) => ({
    path: `照片/${index}.jpg`,
    change: 'changed' as const,
  }))
  const { shown = [], total } = changedFiles({ ...one, more }) ?? {}
  expect(total).toBe(21)
  expect(shown).toHaveLength(8)
  expect(changedTitle({ shown, total: 21, locked: true })).toContain('占用')
  expect(shown[0]).toMatchObject({ name: 'a.jpg', change: 'vanished' })
  expect(shown[1]).toMatchObject({ name: '0.jpg', change: 'changed' })
})

it('promises that nothing is left only where somebody has seen to it', () => {
  expect(leftText({ code: 'disk-full', path: 'D:\\' })).toContain('没有留下')
  for (const fault of [
    { code: 'engine-gone' },
    { code: 'host-gone' },
    { code: 'internal', reference: 'x' },
  ] as const)
    expect(leftText(fault)).toContain('可能已经打好')
  expect(leftText({ code: 'package-not-recorded', path: 'a', reason: 'EACCES' })).toBeUndefined()
})
