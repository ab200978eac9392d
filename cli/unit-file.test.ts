import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Fault } from '../shared/faults.ts'
import { loadNotice } from '../shared/notice/load.ts'
import type { Notice } from '../shared/notice/notice.ts'
import { faultSentence } from '../shared/wording/fault-sentence.ts'
import { member } from './submission.fixture.ts'
import { readUnit } from './unit-file.ts'

let folder: string
let notice: Notice
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-unit-'))
  const pack = new URL('../resources/notices/liaoning-2023.json', import.meta.url)
  const loaded = loadNotice(JSON.parse(await readFile(pack, 'utf8')))
  if (!loaded.ok) throw new Error('the pack is invalid')
  notice = loaded.notice
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string | Buffer) {
  const file = path.join(folder, 'unit.json')
  await writeFile(file, content)
  return readUnit(file, notice)
}

/** Why a unit's file is refused, without its path. */
async function refusal(content: string | Buffer): Promise<string> {
  try {
    await read(content)
  } catch (error) {
    if (error instanceof Fault)
      return faultSentence(error.data).replace(path.join(folder, 'unit.json'), 'unit.json')
    throw error
  }
  return 'accepted'
}

const json = (changes: object) => JSON.stringify({ ...member, ...changes })

describe('unit.json', () => {
  it('is read, with or without a byte order mark', async () => {
    expect(await read(json({}))).toEqual(member)
    expect(await read(`\uFEFF${json({})}`)).toEqual(member)
  })

  it('may name the class by its label', async () => {
    expect((await read(json({ class: '成员单位' }))).name).toBe(member.name)
  })

  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /^单位信息“unit.json”读不懂：/],
    ['a file that breaks off', '{"name": "辽宁省气象局",', /^单位信息“unit.json”读不懂：/],
    [
      'a file that Notepad saved as GBK',
      Buffer.from('7b226e616d65223a22c9f2d1f4227d', 'hex'),
      /^单位信息“unit.json”读不懂：不是UTF-8编码；/,
    ],
    ['a list', '[]', /要改 1 处：内容不是一份单位信息$/],
    ['no name', json({ name: undefined }), /要改 1 处：单位名称（name）没有填$/],
    ['an empty name', json({ name: ' ' }), /要改 1 处：单位名称（name）是空的$/],
    [
      'no contact and no phone',
      json({ contact: undefined, phone: undefined }),
      /要改 2 处：联系人.*；联系电话/,
    ],
    ['a number for a phone', json({ phone: 24 }), /要改 1 处：联系电话（phone）应当是加引号的文字$/],
    ['an unknown class', json({ class: '省直' }), /^单位类别“省直”不在通知里；请改成“city（各市）”、“member/],
  ])('is refused in one sentence: %s', async (_, content, sentence) => {
    expect(await refusal(content)).toMatch(sentence)
  })
})
