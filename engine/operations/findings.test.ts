import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { read, utils } from '@e965/xlsx'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { photo, submissionOf } from '../../shared/rules/submission.fixture.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
beforeEach(async () => void (engine = await openEngine()))
afterEach(() => engine.close())

const notice = 'liaoning-2023'
const write = (
  file: string,
  submission = submissionOf([photo('1', { facts: { bytes: 2_000_000 } }), photo('2')]),
) => engine.client['findings.write']({ notice, submission, out: engine.claim(file) })
const rowsOf = async (file: string): Promise<string[][]> => {
  const book = read(await readFile(file))
  return utils.sheet_to_json<string[]>(book.Sheets['问题清单'] ?? {}, { header: 1, defval: '' })
}

test('the problems stand in a workbook under a title, the unit and a header', async () => {
  const file = path.join(engine.folder, '问题清单.xlsx')
  expect(await write(file)).toEqual({ path: file, rows: 1 })
  const rows = await rowsOf(file)
  expect(rows.map(([first]) => first)).toEqual([
    '问题清单',
    expect.stringContaining('辽宁省气象学会'),
    expect.stringContaining('通知：'),
    '报送：图片2张　　问题：必须改 1 处',
    expect.stringContaining('必须改'),
    '序号',
    '1',
  ])
  expect(rows.at(-1)?.[4]).toContain('文件大小 1.91 MB')
})
test('where nothing is wrong the workbook says so', async () => {
  const file = path.join(engine.folder, '问题清单.xlsx')
  expect((await write(file, submissionOf([photo('1'), photo('2')]))).rows).toBe(0)
  expect((await rowsOf(file)).at(-1)?.join('')).toBe('没有发现问题')
})
test('a list that was there before is replaced whole, and nothing else is left behind', async () => {
  const file = path.join(engine.folder, '问题清单.xlsx')
  await writeFile(file, 'old')
  await write(file)
  expect(await rowsOf(file)).toHaveLength(7)
  expect((await readdir(engine.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
test('a folder that is not there is a fault with the path as it was given', async () => {
  const file = path.join(engine.folder, 'nowhere', '问题清单.xlsx')
  expect(await faultOf(write(file))).toMatchObject({ code: 'out-unwritable', path: file })
  expect(engine.bugs).toEqual([])
})
