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
