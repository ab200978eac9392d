import type { Facts } from '../../shared/facts.ts'
import { blankUnit, type DraftItem, type ProjectDocument } from '../../shared/project/document.ts'
import { photoFacts, shenyang } from '../../shared/rules/submission.fixture.ts'

/** A project with files in the task of media. */
export const projectOf = (items: readonly DraftItem[]): ProjectDocument => ({
  format: 1,
  id: 'p',
  notice: { id: 'liaoning-2023', version: '1.0.0' },
  revision: 0,
  createdAt: '2023-08-25T00:00:00.000Z',
  changedAt: '2023-08-25T00:00:00.000Z',
  unit: { ...blankUnit, ...shenyang },
  tasks: { media: { items: [...items], rows: [], declared: [], waivers: [], packages: [] } },
})

export const draftItem = (
  id: string,
  fields: Readonly<Record<string, string>> = {},
  relative = `${id}.jpg`,
): DraftItem => ({ id, relative, source: { path: `/m/${relative}`, root: '/m' }, fields: { ...fields } })

/** Texts that keep every rule. */
export const described = (title: string) => ({
  title,
  creator: '张三 摄',
  takenAt: '2023-05-20',
  place: '文化路小学',
  caption: '学生在科普大篷车前体验科学。',
})

/** A sound picture, unlike any other of another number. */
export const measured = (number: number, facts: Partial<Facts> = {}): Facts => ({
  ...photoFacts,
  sha256: String(number).padStart(64, '0'),
  ...facts,
})
