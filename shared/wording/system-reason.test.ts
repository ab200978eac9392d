import { expect, test } from 'vitest'
import { faultSentence } from './fault-sentence.ts'

const sentence = (reason: string) => faultSentence({ code: 'out-unwritable', path: '清单.xlsx', reason })

test('of a file that is open elsewhere the clerk is told to close it, and not to look for another folder', () => {
  expect(sentence('open-in-office')).toMatch(/“清单\.xlsx”.*Excel.*关掉.*换一个名称/u)
  expect(sentence('marked-read-only')).toMatch(/只读.*换一个名称/u)
  expect(sentence('EROFS')).toMatch(/磁盘是只读的；请换一个文件夹/u)
})
test('what the system has a word for is said in plain words', () => {
  expect(sentence('EPERM')).not.toContain('EPERM')
  expect(sentence('ESOMETHING')).toContain('ESOMETHING')
})
