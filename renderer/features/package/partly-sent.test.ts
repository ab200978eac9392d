import { expect, it } from 'vitest'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { partlySent, successor } from './partly-sent.ts'
import { partlyText, successorText } from './partly-words.ts'

/** A package of so many mails, of which those were sent (from 0). */
function packed(version: number, mails: number, sent: readonly number[] = []): PackageRecord {
  const mail = { to: 'a@b.cn', subject: 's', mandated: false, body: 'b', attachments: [] }
  return {
    id: `package-${version}`,
    version,
    packedAt: '2023-08-25T02:00:00.000Z',
    result: {
      planned: 1,
      packed: 1,
      packages: [],
      documents: [],
      mails: Array.from({ length: mails }, () => mail),
      waived: [],
      out: '/out',
    },
    sent: Object.fromEntries(sent.map((index) => [String(index), '2023-08-25T03:00:00.000Z'])),
  }
}

it('tells of the newest submission that was sent in part only', () => {
  const first = packed(1, 4, [0])
  expect(partlySent([first])).toBe(first)
  // Packed again, but nothing sent of it: the first is still what went out.
  expect(partlySent([packed(2, 4), first])).toBe(first)
  expect(partlySent([first, packed(2, 4, [0, 1, 2, 3])])).toBeUndefined()
  expect(partlySent([packed(1, 4), packed(2, 4)])).toBeUndefined()
})

it('says which mails went out, how many are left, and that all go out anew', () => {
  expect(partlyText(1, packed(1, 4, [0]), 4)).toBe(
    '第 1 次只发了第 1 封，还有 3 封没发；这次的 4 封都要重新发',
  )
  expect(partlyText(2, packed(3, 4, [0, 2]), 1)).toBe(
    '第 2 次只发了第 1、3 封，还有 2 封没发；这次合成 1 封，要重新发',
  )
  expect(partlyText(1, packed(1, 6, [0, 1, 2, 3]), 0)).toBe('第 1 次只发了第 1 至 4 封，还有 2 封没发')
  expect(partlyText(1, packed(1, 9, [0, 2, 4, 6, 8]), 0)).toBe('第 1 次只发了 5 封，还有 4 封没发')
})

it('calls a package replaced only when something of a later one was sent', () => {
  const all = [packed(3, 2), packed(2, 2, [0]), packed(1, 2)] as const
  expect(successor(all, all[2])).toEqual({ version: 2, replaces: true })
  expect(successor(all, all[1])).toEqual({ version: 3, replaces: false })
  expect(successor(all, all[0])).toBeUndefined()
  // What is handed in has no mails to wait for.
  expect(successor([packed(1, 0), packed(2, 0)], packed(1, 0))).toEqual({ version: 2, replaces: true })
  expect(successorText({ version: 2, replaces: true })).toBe('已被第 2 次替换')
  expect(successorText({ version: 2, replaces: false })).toBe('后来又打了第 2 次，还没有发')
})
