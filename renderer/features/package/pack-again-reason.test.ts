import { expect, it } from 'vitest'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { packAgainReason } from './pack-again-reason.ts'
import { words } from './send-words.ts'

const record: PackageRecord = {
  id: 'r',
  version: 1,
  packedAt: '2023-08-25T02:00:00.000Z',
  result: {
    planned: 1,
    packed: 1,
    packages: [{ path: '/报送/包/一.zip', bytes: 10, sha256: 'f', items: 1 }],
    documents: [],
    mails: [],
    waived: [],
    out: '/报送/包',
  },
  sent: {},
}
const task = { kind: 'media' } as const
const state = (standing: PackageState['state']) => ({ package: 'r', state: standing, folder: 'f', files: [] })

it('gives one reason to pack again, the worst, which tells of the other', () => {
  const missing = packAgainReason({ task, record, state: state('missing'), outdated: true })
  expect(missing).toMatchObject({ tone: 'bad', title: words.missing })
  expect(missing?.detail).toContain(words.alsoOutdated)
  const changed = packAgainReason({ task, record, state: state('changed'), outdated: true })
  expect(changed?.title).toBe(words.changed)
  expect(changed?.detail).toMatch(/填的内容也改过.*不见了：.*一\.zip/)
})

it('tells of what alone is wrong, and of nothing where nothing is', () => {
  const outdated = packAgainReason({ task, record, state: state('whole'), outdated: true })
  expect(outdated?.title).toBe(words.outdated)
  const missing = packAgainReason({ task, record, state: state('missing'), outdated: false })
  expect(missing?.detail).toBe(words.missingAdvice)
  expect(packAgainReason({ task, record, state: state('whole'), outdated: false })).toBeUndefined()
  expect(packAgainReason({ task, record, state: undefined, outdated: false })).toBeUndefined()
})
