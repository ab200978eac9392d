import { expect, it } from 'vitest'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { packageFiles, sentMails } from './package-contents.ts'

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
