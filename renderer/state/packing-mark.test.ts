import { expect, it } from 'vitest'
import { blankUnit, type PackageRecord, type ProjectDocument } from '../../shared/project/document.ts'
import { notePacking, packingMark, packingWasCut } from './packing-mark.ts'

/** The storage of a window. */
function storageOf(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}
const record: PackageRecord = {
  id: 'r1',
  version: 1,
  packedAt: '2023-08-25T02:00:00.000Z',
  result: { planned: 1, packed: 1, packages: [], documents: [], mails: [], waived: [], out: '/out' },
  sent: {},
}
const documentOf = (packages: PackageRecord[], id = 'p'): ProjectDocument => ({
  format: 1,
  id,
  notice: { id: 'n', version: '1.0.0' },
  revision: 1,
  createdAt: '2023-08-25T00:00:00.000Z',
  changedAt: '2023-08-25T00:00:00.000Z',
  unit: blankUnit,
  tasks: { media: { items: [], rows: [], declared: [], waivers: [], packages } },
})

it('tells once of a packing that the page did not see the end of', () => {
  const storage = storageOf()
  notePacking(packingMark(documentOf([]), 'media'), storage)
  expect(packingWasCut(documentOf([]), storage)).toBe(true)
  expect(packingWasCut(documentOf([]), storage)).toBe(false)
})

it('tells nothing of one that ended, left its package all the same, or was of another submission', () => {
  const storage = storageOf()
  notePacking(packingMark(documentOf([]), 'media'), storage)()
  expect(packingWasCut(documentOf([]), storage)).toBe(false)
  notePacking(packingMark(documentOf([]), 'media'), storage)
  expect(packingWasCut(documentOf([record]), storage)).toBe(false)
  notePacking(packingMark(documentOf([]), 'media'), storage)
  expect(packingWasCut(documentOf([], 'other'), storage)).toBe(false)
})
