import { expect, it } from 'vitest'
import { liaoning } from '../../shared/rules/submission.fixture.ts'
import { draftItem, measured, projectOf } from './project.fixture.ts'
import { suggestValues } from './suggest-values.ts'

const facts = measured(1, { takenAt: '2023-05-20T09:30:00' })

it('fills in what folder and camera tell, as people write it', () => {
  const document = projectOf([draftItem('a', {}, '2023-05-20 科普大篷车进校园/IMG_1201.JPG')])
  expect(suggestValues(liaoning, document, [['a', facts]])).toEqual([
    {
      type: 'set-values',
      task: 'media',
      values: [{ id: 'a', fields: { title: '科普大篷车进校园', takenAt: '2023年5月20日' } }],
    },
  ])
})

it('leaves a time outside the notice’s window, and a mere year, to the clerk', () => {
  const early = draftItem('a', {}, '进校园/IMG_1.JPG')
  const vague = draftItem('b', {}, '2023年/进社区/IMG_2.JPG')
  const values = suggestValues(liaoning, projectOf([early, vague]), [
    ['a', measured(1, { takenAt: '2019-05-20T09:30:00' })],
    ['b', measured(2)],
  ])
  expect(values).toMatchObject([
    {
      values: [
        { id: 'a', fields: { title: '进校园' } },
        { id: 'b', fields: { title: '进社区' } },
      ],
    },
  ])
  expect(JSON.stringify(values)).not.toContain('takenAt')
})

it('leaves alone what the clerk has written or cleared, and files that are no media', () => {
  const written = draftItem('a', { title: '', takenAt: '2023年6月' }, '进校园/IMG_1.JPG')
  const text = draftItem('t', {}, '进校园/说明.txt')
  const document = projectOf([written, text])
  const measuredFiles = [
    ['a', facts],
    ['t', measured(2, { kind: 'other', format: 'text' })],
  ] as const
  expect(suggestValues(liaoning, document, measuredFiles)).toEqual([])
})
