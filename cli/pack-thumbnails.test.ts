import { beforeAll, expect, it } from 'vitest'
import { wordPictures } from '../engine/documents/word-cells.fixture.ts'
import { PackJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { soundPack, soundSubmission } from './submission.fixture.ts'
import { readPackage } from './zip.fixture.ts'

const at = desk()
beforeAll(() => soundSubmission(at))

it('--thumbnails sets a small picture of each photo into the Word file', async () => {
  const picturesOf = async (out: string, ...words: string[]) => {
    const ran = await at.run(...soundPack, '--out', out, '--json', ...words)
    const { packages } = PackJson.parse(JSON.parse(ran.out))
    const files = await readPackage(at.path(packages[0]?.path ?? ''))
    const word = files.find(({ name }) => name === '说明文档.docx')
    return wordPictures(word?.content ?? Buffer.alloc(0))
  }
  expect(await picturesOf('有', '--thumbnails')).toHaveLength(1)
  expect(await picturesOf('无')).toEqual([])
})

it('--thumbnails is refused where the notice fixes the columns', async () => {
  for (const task of ['history', 'activities'])
    await at.refuses(
      ['pack', '材料', '--task', task, '--unit', 'unit.json', '--out', '不行', '--thumbnails'],
      2,
      /^选项 --thumbnails 不能用于“.*”：它的表格栏目是通知规定的/,
    )
})
