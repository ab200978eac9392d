import { expect, it } from 'vitest'
import { packageNames } from '../naming/package-names.ts'
import { countsOf } from '../packing/counts.ts'
import { packable, planPackage } from '../packing/plan.ts'
import { check } from '../rules/check.ts'
import { liaoning, photo, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import { belonging, distinctItems } from './belonging.ts'

const history = taskNamed('history')
const media = taskNamed('media')
const picture = photo('1', { fields: { source: '档案' } })
const video = photo('2', { relative: '片子.mp4', fields: {}, facts: { kind: 'video', format: 'mp4' } })
const still = photo('3', { relative: 'a/IMG_1.HEIC', facts: { format: 'heic' } })
const motion = photo('4', {
  relative: 'a/IMG_1.MOV',
  fields: { title: '', caption: '' },
  facts: { kind: 'video', format: 'mov', duration: 2.8 },
})
const page = photo('5', { relative: '说明.docx', facts: { kind: 'other', format: 'word' } })
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

it('a task without videos takes pictures only', () =>
  expect(ids(belonging(history, [picture, video, page]))).toEqual(['1']))
it('a task with videos takes both', () =>
  expect(ids(belonging(media, [picture, video, page]))).toEqual(['1', '2']))
it('of a live photo only the still is taken', () =>
  expect(ids(belonging(media, [still, motion, video]))).toEqual(['3', '2']))
it('a task with no rule on what belongs takes every picture and video', () => {
  const lenient = { ...history, requirements: history.requirements.filter(({ kind }) => kind !== 'belongs') }
  expect(ids(belonging(lenient, [picture, video, motion, page]))).toEqual(['1', '2', '4'])
})
it('what is not asked for is neither counted nor planned', () => {
  const submission = submissionOf([picture, video, still, motion], { task: 'history' })
  expect(countsOf(submission, history)).toEqual({ total: 2, images: 2, videos: 0, rows: 0 })
  expect(ids(packable(submission, history))).toEqual(['1', '3'])
  const plan = planPackage(history, submission, { unit: '沈阳市科协' })
  expect(plan.parts[0]?.items.map(({ item }) => item)).toEqual(['1', '3'])
})
it('a video among historic pictures owes nothing but its removal', () => {
  const submission = submissionOf([picture, { ...video, fields: {} }], {
    task: 'history',
    declared: ['quality', 'rights'],
  })
  expect(
    check(liaoning, submission, '2023-08-10T09:00:00').map(({ code, subject }) => [code, subject]),
  ).toEqual([['kind-not-asked', { item: '2' }]])
})
it('both halves of a live photo are told what they are, and the moving one owes nothing', () => {
  const findings = check(liaoning, submissionOf([still, motion, photo('6')]), '2023-08-10T09:00:00')
  expect(findings.map(({ code, subject }) => [code, subject.item])).toEqual([
    ['live-photo', '3'],
    ['live-photo', '4'],
    ['format-wrong', '3'],
  ])
})
it('equal content counts once, unread content each time', () => {
  const unread = { ...photo('7'), facts: { ...picture.facts, sha256: undefined } }
  expect(ids(distinctItems([picture, { ...picture, id: '8' }, unread, { ...unread, id: '9' }]))).toEqual([
    '1',
    '7',
    '9',
  ])
})
it('names follow the items that are taken', () =>
  expect([
    ...packageNames(history, undefined, packable(submissionOf([video, picture]), history)).keys(),
  ]).toEqual(['1']))
