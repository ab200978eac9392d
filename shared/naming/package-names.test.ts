import { describe, expect, test } from 'vitest'
import { photo, shenyang, society, taskNamed } from '../rules/submission.fixture.ts'
import { packageNames } from './package-names.ts'

const media = taskNamed('media')
const nameOf = (title: string, unit: typeof shenyang | undefined = shenyang) =>
  packageNames(media, unit, [photo('a', { fields: { title } })]).get('a')

test('the name is unit and title', () => expect(nameOf('启动仪式')?.name).toBe('沈阳市科协-启动仪式.jpg'))
test('the region stands in full-width brackets', () =>
  expect(nameOf('讲座', society)?.name).toBe('辽宁省气象学会（沈阳市）-讲座.jpg'))
test('the bracket falls away where the unit has no region', () =>
  expect(nameOf('讲座', { ...society, region: '' })?.name).toBe('辽宁省气象学会-讲座.jpg'))
test('without a unit the title stands alone', () =>
  expect(packageNames(media, undefined, [photo('a')]).get('a')?.name).toBe('活动a.jpg'))

describe('a title', () => {
  test.each([
    ['A/B:C*D?"E"<F>|G\\H', '沈阳市科协-A／B：C＊D？＂E＂＜F＞｜G＼H.jpg'],
    ['第一行\n第二行\t尾', '沈阳市科协-第一行 第二行 尾.jpg'],
    ['句末有点。...', '沈阳市科协-句末有点。.jpg'],
    ['零宽\u200B字符\u202E', '沈阳市科协-零宽字符.jpg'],
  ])('%j becomes a name that Windows takes', (title, name) => expect(nameOf(title)?.name).toBe(name))

  test('with characters outside GBK keeps the others and says which were replaced', () => {
    const made = nameOf('𬭊实验😀展示')
    expect(made?.name).toBe('沈阳市科协-□实验□展示.jpg')
    expect(made?.replaced).toEqual(['𬭊', '😀'])
  })
  test.each(['???', '…—、', '😀', ' '])('%j of forbidden characters only is no title', (title) => {
    const made = nameOf(title)
    // A blank title is suggested from the file's name instead, and `text-required` speaks of it.
    expect(made?.unusable).toBe(title.trim() !== '')
  })
  test('that is too long is cut to 60 units between characters, and says so', () => {
    const made = nameOf('长'.repeat(70))
    expect(made?.name).toHaveLength(60 + '.jpg'.length)
    expect(made?.shortened).toBe(true)
  })
})

test('a unit whose name alone fills the length still leaves a name of 60', () => {
  const made = packageNames(media, { ...shenyang, name: '很'.repeat(80), region: '' }, [photo('a')]).get('a')
  expect(made?.name).toHaveLength(60 + '.jpg'.length)
})
test('device names of Windows are not used', () => {
  const task = {
    ...media,
    packaging: { ...media.packaging, fileName: { template: '{title}', standing: 'suggested' as const } },
  }
  expect(packageNames(task, undefined, [photo('a', { fields: { title: 'CON' } })]).get('a')?.name).toBe(
    '_CON.jpg',
  )
  expect(packageNames(task, undefined, [photo('a', { fields: { title: 'com1.x' } })]).get('a')?.name).toBe(
    '_com1.x.jpg',
  )
})
test('equal names are numbered, whatever the letter case', () => {
  const items = ['讲座A', '讲座a', '讲座A'].map((title, index) => photo(String(index), { fields: { title } }))
  const names = packageNames(media, shenyang, items)
  expect([...names.values()].map(({ name }) => name)).toEqual([
    '沈阳市科协-讲座A.jpg',
    '沈阳市科协-讲座a-2.jpg',
    '沈阳市科协-讲座A-3.jpg',
  ])
  expect([...names.values()].map(({ numbered }) => numbered)).toEqual([false, true, true])
})
test('a numbered long name stays within the length', () => {
  const items = ['0', '1'].map((id) => photo(id, { fields: { title: '长'.repeat(70) } }))
  const names = [...packageNames(media, shenyang, items).values()].map(({ name }) => name)
  expect(new Set(names).size).toBe(2)
  expect(names.every((name) => name.length <= 64)).toBe(true)
})
test('the extension follows the content, in lower case', () => {
  const items = [
    photo('a', { relative: 'A.JPEG' }),
    photo('b', { relative: 'b.jpg', facts: { format: 'png' } }),
  ]
  expect(
    [...packageNames(media, shenyang, items).values()].map(({ name }) => name.split('.').at(-1)),
  ).toEqual(['jpg', 'png'])
})

describe('ten thousand equal titles', () => {
  test.each([
    ['short', '启动仪式'],
    ['as long as a name may be', '长'.repeat(70)],
    ['a whole document', '长，'.repeat(16_000)],
  ])('%s, are named at once', (_, title) => {
    const items = Array.from({ length: 10_000 }, (__, index) => photo(String(index), { fields: { title } }))
    const names = [...packageNames(media, shenyang, items).values()]
    expect(new Set(names.map(({ name }) => name)).size).toBe(10_000)
    expect(names.every(({ name }) => name.length <= 64)).toBe(true)
    expect(names.at(-1)?.name).toMatch(/-10000\.jpg$/)
  })

  test('keep out of the way of titles that end in a number themselves', () => {
    const titles = ['讲座-2', '讲座', '讲座', '讲座-3', '讲座']
    const items = titles.map((title, index) => photo(String(index), { fields: { title } }))
    expect([...packageNames(media, shenyang, items).values()].map(({ name }) => name)).toEqual([
      '沈阳市科协-讲座-2.jpg',
      '沈阳市科协-讲座.jpg',
      '沈阳市科协-讲座-3.jpg',
      '沈阳市科协-讲座-3-2.jpg',
      '沈阳市科协-讲座-4.jpg',
    ])
  })
})

test('a title of rare characters only becomes boxes, and so is unusable', () =>
  expect(nameOf('𬭊𬭳')?.unusable).toBe(true))
test('a unit with a long name leaves room for what the picture shows', () => {
  const name =
    '辽宁省沈阳市浑南区高新技术产业开发区科学技术协会青少年科技活动中心与老科技工作者协会联合工作委员会办公室（筹）'
  const unit = { ...shenyang, name, region: '大连市' }
  const titles = ['科普大篷车走进浑南区第一小学', '启动仪式']
  const items = titles.map((title, index) => photo(String(index), { fields: { title } }))
  const made = [...packageNames(media, unit, items).values()]
  expect(
    made.map(({ name: file }) => /^辽宁省沈阳市浑南区高新技术产业开发区.*-(.*)\.jpg$/.exec(file)?.[1]),
  ).toEqual(titles)
  for (const one of made) {
    expect(one.name.length).toBeLessThanOrEqual(64)
    expect(one.shortened).toBe(true)
  }
})
test('a stem keeps within 200 bytes even where the pack allows more characters', () => {
  const requirements = media.requirements.map((one) =>
    one.kind === 'file-name' ? { ...one, longestStem: 120 } : one,
  )
  const made = packageNames({ ...media, requirements }, shenyang, [
    photo('a', { fields: { title: '长'.repeat(110) } }),
  ]).get('a')
  expect(Buffer.byteLength(made?.name ?? '')).toBeLessThanOrEqual(204)
  expect(made?.shortened).toBe(true)
})
