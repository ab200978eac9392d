import { expect, test } from 'vitest'
import type { PreflightNote } from '../packing/preflight.ts'
import { preflightSentence } from './preflight-sentences.ts'

const path = 'E:\\材料'
const notes: readonly PreflightNote[] = [
  { code: 'target-on-network', path },
  { code: 'target-removable', path },
  { code: 'source-on-network', path },
  { code: 'source-removable', path },
  { code: 'sources-in-cloud', paths: [path, 'E:\\二.jpg'] },
  { code: 'long-path', where: 'unpacked', path, length: 271, limit: 259 },
  { code: 'long-path', where: 'here', path, length: 271, limit: 259 },
]

test.each(notes)('a note of $code names what it is about, and says what to do', (note) => {
  const sentence = preflightSentence(note)
  expect(sentence).toContain(`“${path}”`)
  expect(sentence).not.toContain(note.code)
  expect(sentence).toMatch(/；\S*(请|不要|可以)/u)
  if (note.code === 'long-path') expect(sentence).toMatch(/271.*259/u)
})

test('many files in the cloud are counted, and the first ones named', () =>
  expect(
    preflightSentence({
      code: 'sources-in-cloud',
      paths: ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.jpg`),
    }),
  ).toMatch(/^“a\.jpg”、“b\.jpg”、“c\.jpg”等 5 个还没有下载/u))
