import { expect, it } from 'vitest'
import type { Finding } from '../../../shared/findings.ts'
import { groupFindings } from '../../state/finding-groups.ts'
import { groupTitle } from './wording.ts'

const missing = (item: string, label: string): { finding: Finding; waived: undefined } => ({
  finding: {
    rule: 'r',
    code: 'text-missing',
    severity: 'error',
    subject: { item, field: 'f' },
    expected: { label },
    actual: null,
    clause: '',
  },
  waived: undefined,
})

it('calls a group by its one name, else by what its names have in common', () => {
  const [one] = groupFindings([missing('a', '题目')])
  const [several] = groupFindings([missing('a', '题目'), missing('b', '简介')])
  expect(one && groupTitle(one)).toBe('题目没有填')
  expect(several && groupTitle(several)).toBe('说明没有填全')
})

it('still has a name when the last of a group is mended', () => {
  expect(groupTitle({ code: 'text-missing', names: [] })).toBe('说明没有填全')
  expect(groupTitle({ code: 'chat-copy', names: [] })).toBe('像是聊天软件转发的')
})
