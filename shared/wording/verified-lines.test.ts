import { expect, test } from 'vitest'
import type { VerifiedPackage } from '../contract/packages.ts'
import { verifiedLines } from './verified-lines.ts'

const sound = (path: string, index?: number, submission = '甲'): VerifiedPackage => ({
  path,
  ok: true,
  items: 3,
  ...(index && { part: { index, of: 4 }, submission }),
  problems: [],
})

test('a whole package is right or wrong', () => {
  const wrong = { ...sound('乙.zip'), ok: false, problems: [{ code: 'no-unit' as const }] }
  expect(verifiedLines([sound('甲.zip'), wrong])).toEqual([
    '✓ 甲.zip：核对无误，共 3 项',
    '✕ 乙.zip：发现 1 处问题',
    '  清单里没有报送单位',
  ])
})
test('of one part it is said how many others nobody has looked at', () => {
  expect(verifiedLines([sound('甲.zip', 1)])).toEqual([
    '✓ 甲.zip：核对无误，共 3 项；这是第1包，共4包，其余3包没有核对',
  ])
})
test('copies and parts of other submissions are no others of it', () => {
  const packages = [sound('1.zip', 1), sound('1 (1).zip', 1), sound('2.zip', 2), sound('乙3.zip', 3, '乙')]
  expect(verifiedLines(packages).map((line) => line.split('；')[1])).toEqual([
    '这是第1包，共4包，其余2包没有核对',
    '这是第1包，共4包，其余2包没有核对',
    '这是第2包，共4包，其余2包没有核对',
    '这是第3包，共4包，其余3包没有核对',
  ])
})
test('nothing is left of parts that were all verified', () => {
  const packages = [1, 2, 3, 4].map((index) => sound(`${index}.zip`, index))
  expect(verifiedLines(packages)[3]).toBe('✓ 4.zip：核对无误，共 3 项；这是第4包，共4包')
})
