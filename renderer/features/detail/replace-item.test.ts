import { beforeEach, describe, expect, it, vi } from 'vitest'
import { applyEdits } from '../../../shared/project/apply-edit.ts'
import type { DraftItem, ProjectDocument } from '../../../shared/project/document.ts'
import type { Edit } from '../../../shared/project/edit.ts'
import { liaoning } from '../../../shared/rules/submission.fixture.ts'
import { type Added, addChosen } from '../../state/add-sources.ts'
import { draftItem, measured, projectOf } from '../../state/project.fixture.ts'
import type { Session } from '../../state/session.ts'
import { inPlaceOf, replaceItem, writtenIn } from './replace-item.ts'
import { words } from './wording.ts'

vi.mock('../../state/add-sources.ts')

const facts = measured(1, { takenAt: '2023-05-20T09:30:00' })
const folder = '科普大篷车进校园/IMG_1201.JPG'
const suggested = { title: '科普大篷车进校园', takenAt: '2023年5月20日' }

describe('what the clerk wrote', () => {
  const document = projectOf([])
  const written = (fields: Record<string, string>, known = facts) =>
    writtenIn(liaoning, document, 'media', draftItem('a', fields, folder), known)

  it('is not what folder and camera tell, however it came there', () => {
    expect(written({ ...suggested, place: '中山广场', caption: ' ' })).toEqual({ place: '中山广场' })
  })
  it('is a suggestion that was changed', () => {
    const fields = { title: '科普大篷车进校园，学生动手做实验', takenAt: '2023年5月' }
    expect(written(fields)).toEqual(fields)
  })
  it('is everything where nothing was measured, for then nothing was suggested', () => {
    expect(writtenIn(liaoning, document, 'media', draftItem('a', suggested, folder), undefined)).toEqual(
      suggested,
    )
  })
})

describe('a file in place of another', () => {
  const items = [draftItem('a'), draftItem('b', { title: '合影' }), draftItem('c'), draftItem('new')]
  const document = projectOf(items)
  const fresh = draftItem('new', { title: 'IMG 1', place: '中山广场' })
  const edits = inPlaceOf(items, 'media', 'b', fresh, { title: '合影', takenAt: '2023年5月' })

  it('stands where the old one stood, with what was written', () => {
    const result = itemsOf(applyEdits(document, edits).document)
    expect(result.map(({ id }) => id)).toEqual(['a', 'new', 'c'])
    expect(result[1]?.fields).toEqual({ title: '合影', place: '中山广场', takenAt: '2023年5月' })
  })
  it('can be taken back', () => {
    const { document: changed, undo } = applyEdits(document, edits)
    expect(applyEdits(changed, undo).document).toEqual(document)
  })
  it('does nothing when the old file is gone meanwhile', () => {
    expect(inPlaceOf(items, 'media', 'gone', fresh, {})).toEqual([])
  })
})

describe('choosing another file', () => {
  let document: ProjectDocument
  let current: string | undefined
  const session = {
    notice: liaoning,
    project: {
      store: { getState: () => ({ document }) },
      edit: (edits: readonly Edit[]) => {
        document = applyEdits(document, edits).document
      },
    },
    facts: { store: { getState: () => ({ facts: new Map([['old', facts]]) }) } },
    views: { set: (_: string, view: { current?: string | undefined }) => (current = view.current) },
  } as unknown as Session

  /** Another way of adding puts a file in at the same time. */
  const chosen = (ids: readonly string[], known = 0) =>
    vi.mocked(addChosen).mockImplementation(async (): Promise<Added> => {
      const come = ['dropped meanwhile', ...ids].map((id) => draftItem(id))
      document = projectOf([...itemsOf(document), ...come])
      return { ids, added: ids.length, known, ignored: 0, troubles: [] }
    })

  beforeEach(() => {
    document = projectOf([draftItem('old', { ...suggested, caption: '学生在看' }, folder), draftItem('z')])
    current = undefined
  })

  it('takes the one that was chosen, and none of what the old one suggested', async () => {
    chosen(['new'])
    expect(await replaceItem(session, 'media', 'old')).toBe(words.replaced)
    expect(itemsOf(document).map(({ id }) => id)).toEqual(['new', 'z', 'dropped meanwhile'])
    expect(itemsOf(document)[0]?.fields).toEqual({ caption: '学生在看' })
    expect(current).toBe('new')
  })
  it('takes the first of several, and says that the others were added as well', async () => {
    chosen(['one', 'two', 'three'])
    expect(await replaceItem(session, 'media', 'old')).toBe(words.replacedByFirst('one.jpg', 2))
    expect(itemsOf(document).map(({ id }) => id)).toEqual(['one', 'z', 'dropped meanwhile', 'two', 'three'])
  })
  it('leaves everything where the file is in the list already, or none was chosen', async () => {
    chosen([], 1)
    expect(await replaceItem(session, 'media', 'old')).toBe(words.replaceKnown)
    vi.mocked(addChosen).mockResolvedValue(undefined)
    expect(await replaceItem(session, 'media', 'old')).toBeUndefined()
    expect(itemsOf(document)[0]?.id).toBe('old')
  })
})

function itemsOf({ tasks }: ProjectDocument): readonly DraftItem[] {
  return tasks['media']?.items ?? []
}
