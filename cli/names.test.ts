import { beforeAll, describe, expect, it } from 'vitest'
import { fillForm, type FormTexts, goodTexts } from './form.fixture.ts'
import { CheckJson, PackJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { photo } from './media.fixture.ts'
import { blankForm, member } from './submission.fixture.ts'
import { readPackage } from './zip.fixture.ts'

const at = desk()

beforeAll(async () => {
  await at.write('unit.json', JSON.stringify(member))
  await Promise.all(
    ['上午/IMG_1.jpg', '下午/IMG_1.jpg'].map(async (name, seed) =>
      at.write(`材料/${name}`, await photo(30 + seed)),
    ),
  )
  await blankForm(at, '材料', '空白.xlsx')
})

const words = (form: string) => ['材料', '--task', 'media', '--unit', 'unit.json', '--sheet', form]
const fill = (form: string, texts: Readonly<Record<string, FormTexts>>) =>
  fillForm(at.path('空白.xlsx'), at.path(form), texts)
const titled = (title: string) => ({ ...goodTexts, 题目: title })

describe('two files of one title', () => {
  it('get names that differ, the later with a number, which is said', async () => {
    await fill('同名.xlsx', { '*': titled('开幕') })
    const checked = await at.json(CheckJson, 'check', ...words('同名.xlsx'))
    expect(checked.code).toBe(0)
    const names = checked.json.items.map(({ name }) => name)
    expect(names).toEqual(['辽宁省气象局（沈阳市）-开幕.jpg', '辽宁省气象局（沈阳市）-开幕-2.jpg'])
    const notes = checked.json.items.flatMap(({ findings }) => findings)
    expect(notes).toEqual([
      expect.objectContaining({
        code: 'name-numbered',
        severity: 'note',
        actual: { name: '辽宁省气象局（沈阳市）-开幕-2.jpg' },
      }),
    ])
    const packed = await at.json(PackJson, 'pack', ...words('同名.xlsx'), '--out', '包')
    const inside = await readPackage(at.path(packed.json.packages[0]?.path ?? ''))
    expect(inside.map(({ name }) => name)).toEqual(
      expect.arrayContaining(names.map((name) => `图片/${name}`)),
    )
  })
})

describe('a title', () => {
  it('of forbidden characters only cannot be a name: an error at the title, and nothing is packed', async () => {
    await fill('怪题目.xlsx', {
      '上午/IMG_1.jpg': titled('\\/:*?"<>|'),
      '下午/IMG_1.jpg': titled('？！…'),
    })
    const { code, json } = await at.json(CheckJson, 'check', ...words('怪题目.xlsx'))
    expect(code).toBe(1)
    const unusable = json.items.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === 'error'),
    )
    expect(unusable).toHaveLength(2)
    for (const finding of unusable)
      expect(finding).toMatchObject({
        code: 'name-unusable',
        subject: { field: 'title' },
        clause: '附件1 格式要求第3条',
      })
    const before = await at.listing()
    expect((await at.run('pack', ...words('怪题目.xlsx'), '--out', '包二')).code).toBe(1)
    expect(await at.listing()).toEqual(before)
  })

  it('with characters that old unzip programs cannot show, or that Windows forbids, gets others, which is said', async () => {
    await fill('生僻字.xlsx', {
      '上午/IMG_1.jpg': titled('科普😀进𠮷祥里'),
      '下午/IMG_1.jpg': titled('问：谁/是 科学家?'),
    })
    const { code, json } = await at.json(CheckJson, 'check', ...words('生僻字.xlsx'))
    expect(code).toBe(0)
    const byFile = Object.fromEntries(json.items.map((item) => [item.source, item]))
    expect(byFile['材料/上午/IMG_1.jpg']).toMatchObject({
      name: '辽宁省气象局（沈阳市）-科普□进□祥里.jpg',
      findings: [{ code: 'name-characters-replaced', severity: 'note', actual: { replaced: ['😀', '𠮷'] } }],
    })
    expect(byFile['材料/下午/IMG_1.jpg']).toMatchObject({
      name: '辽宁省气象局（沈阳市）-问：谁／是 科学家？.jpg',
      findings: [{ code: 'name-characters-replaced', actual: { replaced: ['/', '?'] } }],
    })
    const packed = await at.json(PackJson, 'pack', ...words('生僻字.xlsx'), '--out', '包三')
    const inside = await readPackage(at.path(packed.json.packages[0]?.path ?? ''))
    expect(inside.map(({ name }) => name)).toContain('图片/辽宁省气象局（沈阳市）-科普□进□祥里.jpg')
  })
})
