import { expect, it } from 'vitest'
import type { Format } from '../facts.ts'
import { photoFacts } from '../rules/submission.fixture.ts'
import { extensionFor, intendedKind, isHonestExtension } from './item-kind.ts'

it.each([
  ['jpeg', 'jpg', true],
  ['jpeg', 'jfif', true],
  ['jpeg', 'm4v', false],
  ['jpeg', 'tiff', false],
  ['tiff', 'tiff', true],
  ['tiff', 'jpg', false],
  ['mp4', 'm4v', true],
  ['mp4', 'mov', false],
  ['heic', 'heif', true],
  ['heic', 'jpg', false],
  ['mpeg', 'mpeg', true],
  ['unknown', 'xyz', true],
] as const)('a %s file is honestly called .%s: %s', (format, extension, honest) =>
  expect(isHonestExtension(format, extension)).toBe(honest),
)

it.each([
  ['jpeg', 'jpg'],
  ['tiff', 'tif'],
  ['mpeg', 'mpg'],
  ['word', undefined],
] satisfies [Format, string | undefined][])('a %s file is named .%s', (format, extension) =>
  expect(extensionFor(format)).toBe(extension),
)

it.each([
  ['a.MPEG', 'video'],
  ['a.heif', 'image'],
  ['a.rmvb', 'video'],
  ['a.docx', 'other'],
])('unknown content called %s is meant as %s', (relative, kind) =>
  expect(intendedKind({ relative, facts: { ...photoFacts, kind: 'other', format: 'unknown' } })).toBe(kind),
)
