import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { desk } from '../kepuri.fixture.ts'

const { json, path: here, refuses, run } = desk()
const Written = z.object({
  path: z.string(),
  bytes: z.number(),
  files: z.array(z.string()),
  troubles: z.array(z.string()),
})

test('the bundle is written, and what is in it is told', async () => {
  const { code, json: told } = await json(Written, 'diagnostics', '--out', '诊断.zip')
  expect(code).toBe(0)
  expect(told.files).toContain('说明.txt')
  const content = await readFile(here('诊断.zip'))
  expect([content.length, content.subarray(0, 2).toString()]).toEqual([told.bytes, 'PK'])
})
test('a person is told where it lies', async () => {
  const { out, code } = await run('diagnostics', '--out', '诊断-2.zip')
  expect([code, out]).toEqual([0, expect.stringMatching(/^诊断包已写好：诊断-2\.zip（.+）/)])
})
test('a file that is there is not written over, and a folder that is not there is told', async () => {
  await writeFile(here('有.zip'), 'x')
  await refuses(['diagnostics', '--out', '有.zip'], 2, /已经有了，没有覆盖/)
  await refuses(['diagnostics', '--out', '没有/诊断.zip'], 3, /写不进去/)
  await refuses(['diagnostics'], 2, /--out/)
})
