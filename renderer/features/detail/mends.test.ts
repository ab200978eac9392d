import { expect, it } from 'vitest'
import type { Finding, FindingCode } from '../../../shared/findings.ts'
import { mendsOf } from './mends.ts'

const of = (code: FindingCode, field?: string) =>
  mendsOf({ code, subject: { item: 'a', ...(field !== undefined && { field }) } } as Finding)

it.each([
  'file-damaged',
  'file-unreadable',
  'format-wrong',
  'kind-not-asked',
  'not-media',
  'archive-inside',
  'shortcut-instead-of-file',
  'extension-misleading',
  'bytes-outside',
  'bytes-ambiguous',
  'pixels-outside',
  'edge-outside',
  'aspect-wrong',
  'duration-outside',
  'codec-unusual',
  'same-file',
  'similar-picture',
] as const)('offers to look again at a file whose content may have been mended: %s', (code) =>
  expect(of(code)).toContain('again'),
)

it.each(['text-missing', 'capture-outside', 'quota-short', 'name-unusable'] as const)(
  'does not where the file has nothing to do with it: %s',
  (code) => expect(of(code, 'title')).not.toContain('again'),
)

it('looks again only as the last resort, unless nothing could be read', () => {
  expect(of('bytes-outside')).toEqual(['replace', 'remove', 'again'])
  expect(of('same-file')).toEqual(['look', 'remove', 'again'])
  expect(of('file-unreadable')[0]).toBe('again')
})
it('writes only where the field is known', () => {
  expect(of('capture-outside')).toEqual(['remove'])
  expect(of('capture-outside', 'takenAt')).toEqual(['write', 'remove'])
})
