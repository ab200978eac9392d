import { expect, it } from 'vitest'
import type { PackageState } from '../../../shared/contract/projects.ts'
import { packageStanding } from './package-standing.ts'

const state = (is: PackageState['state']): PackageState => ({
  package: 'r',
  state: is,
  folder: 'f',
  files: [],
})
const fault = { code: 'not-readable', path: 'D:', reason: 'EACCES' } as const

it('is whole only when the folder was seen, and by the last look', () => {
  expect(packageStanding(state('whole'), undefined)).toBe('whole')
  expect(packageStanding(undefined, undefined)).toBe('looking')
  expect(packageStanding(undefined, fault)).toBe('unknown')
  expect(packageStanding(state('whole'), fault)).toBe('unknown')
})
it('is broken whatever is missing, and stays so when it cannot be looked at again', () => {
  expect(packageStanding(state('missing'), undefined)).toBe('broken')
  expect(packageStanding(state('changed'), undefined)).toBe('broken')
  expect(packageStanding(state('changed'), fault)).toBe('broken')
})
it('is still being looked at when a look was given up', () => {
  expect(packageStanding(undefined, { code: 'cancelled' })).toBe('looking')
})
