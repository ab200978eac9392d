import { expect, it } from 'vitest'
import { liaoning } from '../../../shared/rules/submission.fixture.ts'
import { quotaTexts } from './quota-texts.ts'

it('names every task that asks for a number, files and rows by their own measures', () => {
  const texts = (unitClass: string) =>
    quotaTexts(liaoning, unitClass).map((text) => text.replaceAll('\u00a0', ' '))
  expect(texts('city')).toEqual(['宣传素材 不少于 20 个', '重点活动清单 不少于 60 项'])
  expect(texts('society')).toEqual(['宣传素材 不少于 2 个', '重点活动清单 不少于 2 项'])
})
it('says nothing of a class that no quota names', () => {
  expect(quotaTexts(liaoning, 'county')).toEqual([])
})
