import path from 'node:path'
import { expect, test } from 'vitest'
import { rootOf } from './root-of.ts'

const file = (root: string, given: string, ...below: string[]) => ({
  path: path.join(root, ...below),
  root,
  given,
  relative: below.join('/'),
  bytes: 1,
  modifiedMs: 0,
})
const { root: top } = path.parse(process.cwd())

test.each([
  ['a folder, in its giver’s words', file(path.resolve('素材'), '素材/图/1.jpg', '图', '1.jpg'), '素材'],
  ['the present folder', file(process.cwd(), './1.jpg', '1.jpg'), '.'],
  ['the root of a disk, which keeps its separator', file(top, `${top}1.jpg`, '1.jpg'), top],
  ['a file that was dropped alone', file(path.resolve('1.jpg'), '1.jpg'), '1.jpg'],
])('the dropped folder: %s', (_, source, given) =>
  expect(rootOf(source)).toEqual({ path: source.root, given }),
)
