import { describe, expect, test } from 'vitest'
import type { Fault } from '../../shared/faults.ts'
import { chosenFiles, filesOf } from './dropped-files.ts'

type Entries = Parameters<typeof filesOf>[0]

/** Entries as browsers give them: a folder's children come in portions of a hundred. */
const file = (name: string, failing?: DOMException) => ({
  name,
  isFile: true,
  file: (give: (found: File) => void, fail: (error: unknown) => void) =>
    failing ? fail(failing) : give(new File(['x'], name)),
})
const folder = (name: string, children: readonly object[]) => ({
  name,
  isFile: false,
  createReader() {
    let at = 0
    return { readEntries: (give: (portion: object[]) => void) => give(children.slice(at, (at += 100))) }
  },
})
const dropped = (...entries: object[]) => entries as unknown as Entries
const pathsOf = async (...entries: object[]) =>
  (await filesOf(dropped(...entries), undefined)).map(({ path }) => path)

describe('dropped entries', () => {
  test('are walked to the last file of the deepest folder', async () => {
    const many = Array.from({ length: 250 }, (_, number) => file(`图${number}.jpg`))
    const paths = await pathsOf(folder('照片', [folder('现场', many), file('a.jpg')]), file('说明.txt'))
    expect(paths).toHaveLength(252)
    expect([paths[0], paths[249], paths[250], paths[251]]).toEqual([
      '照片/现场/图0.jpg',
      '照片/现场/图249.jpg',
      '照片/a.jpg',
      '说明.txt',
    ])
  })
  test('of one name stay apart', async () => {
    const paths = await pathsOf(
      folder('图', [file('a.jpg')]),
      folder('图', [file('a.jpg')]),
      file('x.jpg'),
      file('X.jpg'),
    )
    expect(paths).toEqual(['图/a.jpg', '图 (2)/a.jpg', 'x.jpg', 'X (2).jpg'])
  })
  test.each([
    ['NotFoundError', { code: 'not-found', path: '照片/a.jpg' }],
    ['NotReadableError', { code: 'not-readable', path: '照片/a.jpg', reason: 'EACCES' }],
  ])('that fail with %s are named', async (name, fault) => {
    const failed = pathsOf(folder('照片', [file('a.jpg', new DOMException('', name))]))
    expect(((await failed.catch((error: unknown) => error)) as Fault).data).toEqual(fault)
  })
  test('are left when the clerk cancels', async () => {
    await expect(filesOf(dropped(file('a.jpg')), AbortSignal.abort())).rejects.toThrow('cancelled')
  })
})

test('chosen files of a folder keep its name', () => {
  const chosen = [
    Object.assign(new File([], 'a.jpg'), { webkitRelativePath: '照片/a.jpg' }),
    Object.assign(new File([], 'b.jpg'), { webkitRelativePath: '' }),
  ]
  expect(chosenFiles(chosen).map(({ path }) => path)).toEqual(['照片/a.jpg', 'b.jpg'])
})
