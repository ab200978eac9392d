import { expect, it } from 'vitest'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { taskNamed } from '../../../shared/rules/submission.fixture.ts'
import { packageFiles, partCounts, partOfMail, sentMails, wayOfPart } from './package-contents.ts'

const mail = { to: 'a@b.cn', subject: 's', mandated: false, body: 'b', attachments: [] }
const record: PackageRecord = {
  id: 'r',
  version: 1,
  packedAt: '2023-08-25T02:00:00.000Z',
  result: {
    planned: 2,
    packed: 2,
    packages: [
      { path: 'D:\\报送\\包\\一.zip', bytes: 10, sha256: 'f', items: 1 },
      { path: 'D:\\报送\\包\\二.zip', bytes: 20, sha256: 'e', items: 1 },
    ],
    documents: ['D:\\报送\\包\\邮件.txt'],
    mails: [mail, mail],
    waived: [],
    out: 'D:\\报送\\包',
  },
  sent: { '1': '2023-08-25T03:00:00.000Z' },
}

it('compares what was written with what is there', () => {
  const files = packageFiles(record, {
    package: 'r',
    state: 'changed',
    folder: 'f',
    files: [
      { id: 'one', name: '一.zip', bytes: 9 },
      { id: 'mail', name: '邮件.txt', bytes: 300 },
    ],
  })
  expect(files.map(({ name, state, bytes }) => [name, state, bytes])).toEqual([
    ['一.zip', 'different', 10],
    ['二.zip', 'gone', 20],
    ['邮件.txt', 'there', 300],
  ])
  expect(packageFiles(record, undefined).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(sentMails(record)).toBe(1)
})

const folderRecord: PackageRecord = {
  ...record,
  result: {
    ...record.result,
    packages: [
      ...record.result.packages.slice(0, 1),
      { path: 'D:\\报送\\包\\视频', bytes: 900, sha256: 'd', items: 1, way: 'disk' },
    ],
    documents: ['D:\\报送\\包\\邮件.txt', 'D:\\报送\\包\\邮件草稿.eml'],
    mails: [{ ...mail, attachments: ['D:\\报送\\包\\一.zip'] }, mail],
  },
}

it('does not weigh folders, lists drafts that were written later and misses none that was put away', () => {
  const files = packageFiles(folderRecord, {
    package: 'r',
    state: 'whole',
    folder: 'f',
    files: [
      { id: 'one', name: '一.zip', bytes: 10 },
      { id: 'folder', name: '视频', bytes: 4096 },
      { id: 'mail', name: '邮件.txt', bytes: 300 },
      { id: 'draft', name: '邮件草稿（第1封）.eml', bytes: 77 },
    ],
  })
  expect(files.map(({ name, state, bytes, folder }) => [name, state, bytes, folder])).toEqual([
    ['一.zip', 'there', 10, false],
    ['视频', 'there', 900, true],
    ['邮件.txt', 'there', 300, false],
    ['邮件草稿（第1封）.eml', 'there', 77, false],
  ])
  expect(partCounts(folderRecord)).toEqual({ archives: 1, folders: 1 })
})

it('knows the part of a mail also where the mail carries nothing', () => {
  expect(partOfMail(folderRecord, 0)?.sha256).toBe('f')
  expect(partOfMail(folderRecord, 1)?.sha256).toBe('d')
})

it('tells the way of a part, and of one that is older than ways by its size', () => {
  const task = taskNamed('media')
  const part = { path: '/a.zip', sha256: '', items: 1 }
  const megabyte = 1024 * 1024
  expect(wayOfPart(task, { ...part, bytes: 1, way: 'disk' })).toBe('disk')
  expect(wayOfPart(task, { ...part, bytes: 45 * megabyte })).toBe('attachment')
  expect(wayOfPart(task, { ...part, bytes: 45 * megabyte + 1 })).toBe('large')
  expect(wayOfPart(task, { ...part, bytes: 2049 * megabyte })).toBe('disk')
  const { large: _, ...packaging } = task.packaging
  expect(wayOfPart({ ...task, packaging }, { ...part, bytes: 100 * megabyte })).toBe('disk')
})
