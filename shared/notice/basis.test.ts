import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadNotice } from './load.ts'

const folder = join(import.meta.dirname, '../../resources/notices')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
/** The notice's text was typed with line breaks and spaces that mean nothing. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

const loaded = loadNotice(JSON.parse(read('liaoning-2023.json')))
const notice = plain(read('liaoning-2023.txt'))
const bases = loaded.ok
  ? loaded.notice.tasks.flatMap((task) =>
      task.requirements.map(({ id, basis }) => [task.id, id, basis.sentence] as const),
    )
  : []

test('the pack is sound', () => expect(loaded.ok).toBe(true))

test.each(bases)('%s: the sentence behind %s stands in the notice word for word', (_, __, sentence) => {
  expect(notice).toContain(plain(sentence))
})
