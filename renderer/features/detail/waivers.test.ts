import { expect, it } from 'vitest'
import type { Finding } from '../../../shared/findings.ts'
import { waiveEdit, waiverOf } from './waivers.ts'

const chat: Finding = {
  rule: 'original',
  code: 'chat-copy',
  severity: 'warning',
  subject: { item: 'a' },
  expected: null,
  actual: { name: 'x.jpg' },
  clause: '',
}
const missing: Finding = {
  rule: 'place-required',
  code: 'text-missing',
  severity: 'error',
  subject: { item: 'a', field: 'place' },
  expected: { label: '拍摄地点' },
  actual: null,
  clause: '',
}

it('names a file’s finding by its code, a text’s by its rule, one of the whole by no file', () => {
  expect(waiveEdit('media', chat, '已请示')).toEqual({
    type: 'waive',
    task: 'media',
    code: 'chat-copy',
    item: 'a',
    reason: '已请示',
  })
  expect(waiveEdit('media', missing, '已请示')).toMatchObject({ code: 'place-required', item: 'a' })
  expect(waiveEdit('media', { ...chat, subject: {} }, '已请示')).not.toHaveProperty('item')
  const inRow: Finding = { ...missing, subject: { row: 'r', field: 'place' } }
  expect(waiveEdit('list', inRow, '已请示')).toMatchObject({ code: 'place-required', item: 'r' })
})

it('finds the waiver again, whatever it names', () => {
  const general = { code: 'text-missing', reason: '一' }
  const own = { code: 'place-required', item: 'a', reason: '二' }
  expect(waiverOf([general, own], missing)).toBe(general)
  expect(waiverOf([own], missing)).toBe(own)
  expect(waiverOf([{ ...own, item: 'b' }], missing)).toBeUndefined()
  expect(waiverOf([own], chat)).toBeUndefined()
})
