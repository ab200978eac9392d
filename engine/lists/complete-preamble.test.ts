import { expect, it } from 'vitest'
import { shenyang } from '../../shared/rules/submission.fixture.ts'
import { completePreamble } from './complete-preamble.ts'

it.each([
  ['填报单位（盖章）：', '填报单位（盖章）：沈阳市科协'],
  ['填报单位：______填表人：', '填报单位：沈阳市科协　　填表人：张三'],
  ['单位名称:        联系人：    审核人：', '单位名称:沈阳市科协　　联系人：张三　　审核人：'],
  ['填报日期：  年  月  日', undefined],
  ['填报单位：大连市科协', undefined],
  ['主办单位：', undefined],
  ['2023年重点活动清单', undefined],
])('%s becomes %s', (before, after) => {
  expect(completePreamble(before, shenyang)).toBe(after)
})
