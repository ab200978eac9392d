import { describe, expect, test } from 'vitest'
import type { Finding } from '../findings.ts'
import { check } from './check.ts'
import { liaoning, photo, shenyang, submissionOf, taskNamed } from './submission.fixture.ts'
import { blocking, judged, waiverProblem } from './verdict.ts'

const now = '2023-08-20T09:00:00'
const verdict = (items: ReturnType<typeof photo>[], given = {}): readonly Finding[] =>
  check(liaoning, submissionOf(items, given), now)
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)
const sound = () => [photo('1'), photo('2')]

test('a sound submission has no findings', () => expect(verdict(sound())).toEqual([]))
test('findings of fields name the field, findings of files do not', () => {
  const findings = verdict([
    photo('1', { fields: { caption: '' }, facts: { width: 800, height: 600 } }),
    photo('2'),
  ])
  expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
    ['pixels-outside', { item: '1' }],
    ['text-missing', { item: '1', field: 'caption' }],
  ])
})
test('a damaged file is said to be damaged, and its figures are not judged', () => {
  const broken = photo('1', { facts: { condition: { state: 'damaged', damage: 'cut-short' }, bytes: 1000 } })
  expect(codes(verdict([broken, photo('2')]))).toEqual(['file-damaged'])
})
test('a text that calls itself a picture is a wrong format, and its size is no matter', () => {
  const fake = photo('1', { facts: { kind: 'other', format: 'text', bytes: 10 } })
  const findings = verdict([fake, photo('2')])
  expect(findings.map(({ code, actual }) => [code, actual])).toEqual([
    ['format-wrong', { format: 'text', extension: 'jpg' }],
  ])
})
test('a document beside the pictures is a note and owes no texts', () => {
  const page = photo('3', {
    relative: '说明.docx',
    fields: { title: '', caption: '' },
    facts: { kind: 'other', format: 'word' },
  })
  expect(verdict([...sound(), page]).map(({ code, severity }) => [code, severity])).toEqual([
    ['not-media', 'note'],
  ])
})
test('identical files and look-alikes are told apart', () => {
  const hash = 'ab'.repeat(32)
  const twins = ['1', '2'].map((id) =>
    photo(id, { facts: { sha256: hash, perceptualHash: '0f0f0f0f0f0f0f0f' } }),
  )
  const near = photo('3', { facts: { perceptualHash: '0f0f0f0f0f0f0f3f' } })
  const far = photo('4', { facts: { perceptualHash: 'f0f0f0f0f0f0f0f0' } })
  expect(codes(verdict([...twins, near, far]))).toEqual(['same-file', 'similar-picture'])
})
describe('pictures that look the same', () => {
  const many = (length: number, facts: (index: number) => object) =>
    Array.from({ length }, (_, index) => photo(String(index), { facts: facts(index) }))
  const similar = (items: ReturnType<typeof photo>[]) =>
    verdict(items).filter(({ code }) => code === 'similar-picture')

  test('in thousands name three earlier files and count the others', () => {
    const findings = similar(many(10_000, () => ({ perceptualHash: '0f0f0f0f0f0f0f0f' })))
    expect(findings).toHaveLength(9_999)
    expect(findings.at(-1)?.actual).toEqual({ others: ['0.jpg', '1.jpg', '2.jpg'], more: 9_996 })
    expect(JSON.stringify(findings).length).toBeLessThan(4_000_000)
  })
  test('are looked for among ten thousand different ones within the time of a test', () => {
    const hash = (index: number) =>
      Math.imul(index + 1, 0x9e3779b1)
        .toString(16)
        .replace('-', '')
        .padStart(8, '0') +
      Math.imul(index + 7, 0x85ebca6b)
        .toString(16)
        .replace('-', '')
        .padStart(8, '0')
    const findings = similar(many(10_000, (index) => ({ perceptualHash: hash(index) })))
    expect(findings).toEqual([])
  })
  test.each([
    ['all bits equal', { perceptualHash: '0000000000000000' }],
    ['all bits set', { perceptualHash: 'ffffffffffffffff' }],
    ['no detail at all', { perceptualHash: '0f0f0f0f0f0f0f0f', sharpness: 0.2 }],
  ])('are not looked for where there is nothing to see: %s', (_, facts) =>
    expect(similar(many(3, () => facts))).toEqual([]),
  )
  test('are looked for in blurred pictures too', () =>
    expect(
      similar(many(2, () => ({ perceptualHash: '0f0f0f0f0f0f0f0f', sharpness: 15 })))[0]?.actual,
    ).toEqual({ others: ['0.jpg'], more: 0 }))
})
test('a unit whose name becomes boxes is an error of its own', () => {
  const findings = verdict(sound(), { unit: { ...shenyang, class: 'society', name: '𬭊𬭳', region: '' } })
  expect(findings.map(({ code, severity, subject }) => [code, severity, subject])).toEqual([
    ['unit-name-unusable', 'error', {}],
  ])
})
test('rare characters in the unit’s name are remarked on once, not for every file', () => {
  const findings = verdict(sound(), { unit: { ...shenyang, class: 'society', name: '𬭊学会', region: '' } })
  expect(findings.map(({ code, subject, actual }) => [code, subject, actual])).toEqual([
    ['name-characters-replaced', {}, { replaced: ['𬭊'], name: '□学会' }],
  ])
})
test('of an unusable title nothing else is said', () => {
  const items = ['1', '2'].map((id) => photo(id, { fields: { title: '////' } }))
  expect(codes(verdict(items))).toEqual(['name-unusable', 'name-unusable'])
})
test('a capture time inside the file warns, one that the clerk wrote is an error', () => {
  const old = { takenAt: '2019-06-01T10:00:00' }
  const silent = photo('1', { fields: { takenAt: '' }, facts: old })
  const written = photo('2', { fields: { takenAt: '2019年6月' }, facts: old })
  const outside = verdict([silent, written]).filter(({ code }) => code === 'capture-outside')
  expect(outside.map(({ severity, subject }) => [severity, subject])).toEqual([
    ['warning', { item: '1' }],
    ['error', { item: '2', field: 'takenAt' }],
  ])
})
test('a name made of a suggested title is not remarked on', () => {
  const untitled = ['1', '2'].map((id) =>
    photo(id, { relative: `科普讲座/IMG_000${id}.JPG`, fields: { title: '' } }),
  )
  expect(codes(verdict(untitled))).toEqual(['text-missing', 'text-missing'])
})
test('the quota waits for the unit', () => expect(verdict([photo('1')], { unit: undefined })).toEqual([]))
test('a city owes twenty, pictures and videos together', () => {
  expect(verdict(sound(), { unit: shenyang })[0]).toMatchObject({
    code: 'quota-short',
    actual: { count: 2 },
    subject: {},
  })
})
test('a passed deadline is a warning, never a refusal', () => {
  const findings = check(liaoning, submissionOf(sound()), '2023-09-01T00:00:00')
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['deadline-passed', 'warning']])
})

describe('waivers', () => {
  const small = [
    photo('1', { facts: { width: 800, height: 600 } }),
    photo('2', { facts: { width: 800, height: 600 } }),
  ]
  const blockedBy = (waivers: { code: string; item?: string; reason: string }[]) =>
    codes(blocking(judged(taskNamed('media'), verdict(small), waivers)))

  test('without one every error blocks', () =>
    expect(blockedBy([])).toEqual(['pixels-outside', 'pixels-outside']))
  test('for a code cover every file', () =>
    expect(blockedBy([{ code: 'pixels-outside', reason: '老照片' }])).toEqual([]))
  test('for a file cover that file alone', () =>
    expect(blockedBy([{ code: 'pixels-outside', item: '2', reason: '老照片' }])).toEqual(['pixels-outside']))
  test('may name a rule of the pack and leave other findings of the code alone', () => {
    const bare = verdict([photo('1', { fields: { caption: '', place: '' } }), photo('2')])
    const waiver = [{ code: 'caption-required', reason: '来不及' }]
    const left = blocking(judged(taskNamed('media'), bare, waiver))
    expect(left.map(({ rule }) => rule)).toEqual(['place-required'])
  })
  test('for a code pass over the rules that may not be waived', () => {
    const bare = verdict([photo('1', { fields: { caption: '', title: '' } }), photo('2')])
    const waiver = [{ code: 'text-missing', reason: '来不及' }]
    const left = blocking(judged(taskNamed('media'), bare, waiver))
    expect(left.map(({ rule }) => rule)).toEqual(['title-required'])
  })
  test.each([
    ['caption-required', undefined],
    ['text-missing', undefined],
    ['title-required', 'refused'],
    ['place-required', 'unknown'],
    ['pixels-outside', 'unknown'],
    ['texts-missing', 'unknown'],
  ])('that names %s: problem %s', (code, problem) => {
    const bare = verdict([photo('1', { fields: { caption: '', title: '' } }), photo('2')])
    expect(waiverProblem(taskNamed('media'), bare, { code, reason: '来不及' })).toBe(problem)
  })
  test('of another file is unknown', () => {
    const bare = verdict([photo('1', { fields: { caption: '' } }), photo('2')])
    const waiver = { code: 'text-missing', item: '2', reason: '来不及' }
    expect(waiverProblem(taskNamed('media'), bare, waiver)).toBe('unknown')
  })
  test('cannot excuse a rule that may not be waived', () => {
    const untitled = verdict([photo('1', { fields: { title: '' } }), photo('2')])
    const waiver = [{ code: 'text-missing', reason: '不想写' }]
    expect(codes(blocking(judged(taskNamed('media'), untitled, waiver)))).toEqual(['text-missing'])
  })
})

describe('a capture time among those of many years', () => {
  const history = (takenAt: string, at = now) =>
    check(liaoning, submissionOf([photo('1', { fields: { takenAt } })], { task: 'history' }), at).filter(
      ({ rule }) => rule === 'since-2004',
    )
  test('that cannot be read is shown one of these years as an example', () =>
    expect(history('2008年秋')).toMatchObject([
      { code: 'date-unreadable', severity: 'warning', expected: { label: '拍摄时间', year: 2004 } },
    ]))
  test('is measured by the whole window', () =>
    expect(history('2003年')).toMatchObject([
      { code: 'capture-outside', expected: { from: '2004', to: '2023' }, actual: { takenAt: '2003年' } },
    ]))
  test('of the year after the call is refused, whenever the program is used', () => {
    expect(history('2024年').map(({ code }) => code)).toEqual(['capture-future'])
    expect(history('2024年', '2026-11-24T09:00:00').map(({ code }) => code)).toEqual(['capture-outside'])
  })
})
