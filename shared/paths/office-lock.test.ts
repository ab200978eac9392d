import { expect, test } from 'vitest'
import { awkwardNames } from './awkward.fixture.ts'
import { isOfficeLock, officeLocks } from './paths.ts'

test.each([
  ['重点活动清单.xlsx', '~$重点活动清单.xlsx'],
  ['document.docx', '~$cument.docx'],
  ['1234567.docx', '~$234567.docx'],
  ['表.xlsx', '~$表.xlsx'],
  ['表.xlsx', '.~lock.表.xlsx#'],
])('where %j is open, %j may lie', (name, lock) => expect(officeLocks(name)).toContain(lock))

test('each lock is told as one, and few names else', () => {
  for (const name of awkwardNames(500, 41)) expect(officeLocks(name).every(isOfficeLock)).toBe(true)
  expect(['a.xlsx', '$~a.xlsx', 'a~$.xlsx', '.~lock.#'].filter(isOfficeLock)).toEqual([])
})
