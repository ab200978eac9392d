import { describe, expect, it } from 'vitest'
import type { Finding } from '../findings.ts'
import { speaksOf } from './verdict.ts'

const missing = (subject: Finding['subject']): Finding => ({
  rule: 'name-required',
  code: 'text-missing',
  severity: 'error',
  subject,
  expected: { label: '活动名称' },
  actual: null,
  clause: '',
})
const waiver = (item?: string, code = 'text-missing') => ({
  code,
  ...(item !== undefined && { item }),
  reason: '已请示',
})

describe('a waiver speaks of', () => {
  it('every finding of its code or rule where it names nothing', () => {
    expect(speaksOf(waiver(), missing({ row: 'a', field: 'name' }))).toBe(true)
    expect(speaksOf(waiver(undefined, 'name-required'), missing({ item: 'a' }))).toBe(true)
    expect(speaksOf(waiver(undefined, 'quota-short'), missing({ item: 'a' }))).toBe(false)
  })
  it('one file', () => {
    expect(speaksOf(waiver('a'), missing({ item: 'a', field: 'title' }))).toBe(true)
    expect(speaksOf(waiver('a'), missing({ item: 'b', field: 'title' }))).toBe(false)
  })
  it('one row of a list', () => {
    expect(speaksOf(waiver('a'), missing({ row: 'a', field: 'name' }))).toBe(true)
    expect(speaksOf(waiver('a'), missing({ row: 'b', field: 'name' }))).toBe(false)
    expect(speaksOf(waiver('a'), missing({}))).toBe(false)
  })
})
