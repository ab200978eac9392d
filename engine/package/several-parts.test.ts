import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shenyang } from '../../shared/rules/submission.fixture.ts'
import { rawZip } from './raw-zip.fixture.ts'
import {
  type MadePackage,
  soundPackage,
  soundParts,
  verify,
  writeAsFolder,
  writeAsZip,
} from './made-package.fixture.ts'

let home: string
beforeEach(async () => void (home = await mkdtemp(path.join(tmpdir(), 'kepuri-分包-'))))
afterEach(() => rm(home, { recursive: true, force: true }))

const nameOf = (index: number, of: number) => `宣传素材（第${index}包，共${of}包）.zip`
/** Writes parts as zips into one folder, after they were changed. */
async function written(change: (parts: MadePackage[]) => void = () => undefined, to = home) {
  const parts = soundParts()
  change(parts)
  const zips: string[] = []
  for (const [at, made] of parts.entries()) {
    const zip = path.join(to, nameOf(at + 1, parts.length))
    await rm(zip, { force: true })
    zips.push(await writeAsZip(made, zip))
  }
  return zips
}
/** What verifying says of each package of a place, by the part's name. */
const saidOf = async (...given: string[]) =>
  (await verify(...given)).map(({ path: place, problems }) => [
    path.basename(place),
    ...problems.map(({ code, item, expected, actual }) =>
      [
        code,
        item,
        typeof expected === 'number' && expected,
        Array.isArray(actual) && `only ${actual.join(' ')}`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ])
const fine = [[nameOf(1, 2)], [nameOf(2, 2)]]

describe('the parts of a submission', () => {
  test('are sound together, as zips and unpacked, and each is by itself', async () => {
    const zips = await written()
    expect(await saidOf(home)).toEqual(fine)
    for (const zip of zips) expect(await saidOf(zip)).toEqual([[path.basename(zip)]])
    const unpacked = path.join(home, '解压')
    for (const [at, made] of soundParts().entries()) await writeAsFolder(made, path.join(unpacked, `${at}`))
    expect(await saidOf(unpacked)).toEqual([['0'], ['1']])
  })
  test('belong together wherever they lie, if all were handed in', async () => {
    const [first = '', second = ''] = await written()
    const elsewhere = path.join(home, '第二封邮件')
    await cp(second, path.join(elsewhere, path.basename(second)))
    await rm(second)
    await cp(first, path.join(home, '第一封邮件', path.basename(first)))
    await rm(first)
    expect(await saidOf(home)).toEqual(fine)
  })
  test('are missed in a folder that holds others of them, not where one was handed in by itself', async () => {
    const [first = '', second = ''] = await written()
    await rm(first)
    expect(await saidOf(home)).toEqual([[nameOf(2, 2), 'part-missing 2 only 2']])
    expect(await saidOf(second)).toEqual([[nameOf(2, 2)]])
  })
  test('that cannot be opened are there all the same', async () => {
    const [first = ''] = await written()
    await cp(path.join(import.meta.dirname, 'several-parts.test.ts'), first)
    expect(await saidOf(home)).toEqual([[nameOf(1, 2), 'archive-broken'], [nameOf(2, 2)]])
  })
  test('say which they are', async () => {
    const [first = ''] = await written()
    const [alone] = await verify(first)
    expect(alone).toMatchObject({ ok: true, part: { index: 1, of: 2 }, submission: 'mark' })
    const [whole] = await verify(await writeAsZip(soundPackage(), path.join(home, '整包.zip')))
    expect(whole).toEqual({ path: path.join(home, '整包.zip'), ok: true, items: 2, problems: [] })
  })
  test('may lie there twice', async () => {
    const [first = ''] = await written()
    await cp(first, path.join(home, '宣传素材 (1).zip'))
    expect((await verify(home)).map(({ ok }) => ok)).toEqual([true, true, true])
  })
})

describe('parts of two packings', () => {
  const monday = '2023-08-21T10:00:00+08:00'
  const tuesday = '2023-08-22T10:00:00+08:00'
  const packed = (submission: string, createdAt: string) => (parts: MadePackage[]) =>
    parts.forEach(({ manifest }) => Object.assign(manifest, { submission, createdAt }))
  /** The first part of Monday beside the second of Tuesday. */
  async function mixed(change: (manifest: MadePackage['manifest']) => void = () => undefined) {
    const [first = ''] = await written(packed('一', monday))
    const zips = await written(
      (parts) => {
        packed('二', tuesday)(parts)
        parts.forEach(({ manifest }) => change(manifest))
      },
      path.join(home, '..', `${path.basename(home)}-二`),
    )
    const second = path.join(home, nameOf(2, 2))
    await cp(zips[1] ?? '', second)
    await rm(path.dirname(zips[1] ?? ''), { recursive: true })
    return [first, second] as const
  }
  test('are told apart by when they were packed, where one has the number that the other lacks', async () => {
    const [first, second] = await mixed()
    const differ = [
      { code: 'parts-differ', expected: tuesday, actual: monday },
      { code: 'parts-differ', expected: monday, actual: tuesday },
    ]
    expect((await verify(home)).map(({ problems }) => problems)).toEqual([
      [{ code: 'part-missing', expected: 2, actual: [1] }, differ[0]],
      [{ code: 'part-missing', expected: 2, actual: [2] }, differ[1]],
    ])
    expect((await verify(first, second)).map(({ problems }) => problems)).toEqual(differ.map((one) => [one]))
  })
  test('of two units are not', async () => {
    await mixed((manifest) => void (manifest.unit = { ...manifest.unit!, name: '别的单位' }))
    const codes = (await verify(home)).map(({ problems }) => problems.map(({ code }) => code))
    expect(codes.map((all) => all.includes('part-missing'))).toEqual([true, true])
    expect(codes.flat()).not.toContain('parts-differ')
  })
  test('are told once more where the later one is whole', async () => {
    await mixed()
    await written(packed('二', tuesday), path.join(home, '第二次'))
    await rm(path.join(home, nameOf(2, 2)))
    const said = (await verify(path.join(home, nameOf(1, 2)), path.join(home, '第二次'))).map(
      ({ problems }) => problems.map(({ code }) => code),
    )
    expect(said).toEqual([['parts-differ'], [], []])
  })
})

test.each(['第2包，共2包', '第1包，共4包', '第2包，共2包） (1'])(
  'a part whose name says another part (%s) is told',
  async (name) => {
    const [made] = soundParts()
    const zip = await writeAsZip(made!, path.join(home, `宣传素材（${name}）.zip`))
    const [said] = await verify(zip)
    const [index, of] = [...name.matchAll(/\d+(?=包)/g)].map(Number)
    expect(said?.problems).toEqual([
      { code: 'part-name-differs', expected: { index: 1, of: 2 }, actual: { index, of } },
    ])
    const folder = await writeAsFolder(made!, path.join(home, `宣传素材（${name}）`))
    expect(await saidOf(folder)).toEqual([[path.basename(folder), 'part-name-differs']])
    const renamed = await writeAsZip(made!, path.join(home, '宣传素材（第1包，共2包） (1).zip'))
    expect((await verify(renamed))[0]?.ok).toBe(true)
  },
)

describe('parts lie', () => {
  test('about their numbers, and nobody counts to a thousand million', async () => {
    for (const part of [
      { index: 3, of: 2 },
      { index: 1, of: 1_000_000_000 },
      { index: 0, of: 2 },
    ]) {
      const [zip = ''] = await written(([first]) => void (first!.manifest.part = part))
      expect(await saidOf(zip)).toEqual([[nameOf(1, 2), 'manifest-unreadable manifest.json']])
    }
    const of = { index: 1, of: 10_000 }
    await written(([first]) => void (first!.manifest.part = of))
    expect((await saidOf(home))[0]).toEqual([nameOf(1, 2), 'part-name-differs', 'part-missing 10000 only 1'])
  })
  test('by being the same part, of other content', async () => {
    await written(([, second]) => void (second!.manifest.part = { index: 1, of: 2 }))
    expect(await saidOf(home)).toEqual([
      [nameOf(1, 2), 'part-missing 2 only 1'],
      [nameOf(2, 2), 'part-name-differs', 'parts-differ'],
    ])
  })
  test.each<[string, (manifest: MadePackage['manifest']) => void]>([
    ['the unit', (manifest) => void (manifest.unit = { ...manifest.unit!, contact: '别人' })],
    ['the task', (manifest) => void (manifest.task = { id: 'history', title: '历年图片' })],
    ['the notice’s version', (manifest) => void (manifest.notice = { ...manifest.notice, version: '0' })],
    ['how many there are', (manifest) => void (manifest.part = { index: 2, of: 3 })],
    ['the counts of the whole', (manifest) => void (manifest.counts = { ...manifest.counts, total: 3 })],
    [
      'what they stand in for',
      (manifest) => void (manifest.replaces = { ordinal: 1, sentAt: '2023-08-01T00:00:00Z' }),
    ],
  ])('about %s', async (_, change) => {
    await written(([, second]) => change(second!.manifest))
    const [, second] = await saidOf(home)
    expect(second).toContain('parts-differ')
  })
  test('by holding a file twice', async () => {
    await written(([first, second]) => {
      const [item] = first!.manifest.items
      const content = first!.files.get(item!.path)
      second!.manifest.items.push(item!)
      second!.files.set(item!.path, content!)
    })
    const [, second] = await saidOf(home)
    expect(second).toEqual([nameOf(2, 2), expect.stringMatching(/^file-in-two-parts 图片\/.*活动1\.jpg$/)])
  })
  test('about their numbers in the documents', async () => {
    await written(([, second]) => void (second!.manifest.items[0]!.seq = 7))
    expect(await saidOf(home)).toEqual([[nameOf(1, 2), 'manifest-unreadable manifest.json'], [nameOf(2, 2)]])
  })
  test('about how many files there are in all', async () => {
    const counts = { total: 3, images: 3, videos: 0, rows: 0 }
    const zips = await written((parts) => parts.forEach(({ manifest }) => (manifest.counts = counts)))
    expect(await saidOf(home)).toEqual([[nameOf(1, 2), 'counts-differ 3'], [nameOf(2, 2)]])
    // By itself a part cannot know.
    expect(await saidOf(zips[1] ?? '')).toEqual([[nameOf(2, 2)]])
    const none = { total: 0, images: 0, videos: 0, rows: 0 }
    const [first = ''] = await written((parts) => parts.forEach(({ manifest }) => (manifest.counts = none)))
    expect(await saidOf(first)).toEqual([[nameOf(1, 2), 'counts-differ']])
  })
  test('about the name of a file, which is numbered over all parts', async () => {
    const [zip = ''] = await written(([first]) => {
      const [item] = first!.manifest.items
      first!.files.set('图片/会议.jpg', first!.files.get(item!.path)!)
      first!.files.delete(item!.path)
      item!.path = '图片/会议.jpg'
    })
    expect(await saidOf(zip)).toEqual([[nameOf(1, 2)]])
    expect(await saidOf(home)).toEqual([[nameOf(1, 2), 'name-differs 图片/会议.jpg'], [nameOf(2, 2)]])
  })
})

describe('the rules of the whole', () => {
  test('are judged over all parts', async () => {
    for (const [at, made] of soundParts(undefined, { unit: shenyang }).entries())
      await writeAsZip(made, path.join(home, nameOf(at + 1, 2)))
    const [first, second] = await verify(home)
    expect(first?.problems).toMatchObject([{ code: 'rule-broken', finding: { code: 'quota-short' } }])
    expect(second?.ok).toBe(true)
    await rm(path.join(home, nameOf(1, 2)))
    expect(await saidOf(home)).toEqual([[nameOf(2, 2), 'part-missing 2 only 2']])
  })
  test('see the same file under two numbers, unless it was excused', async () => {
    const twice = (waivers: MadePackage['manifest']['waivers']) => (parts: MadePackage[]) => {
      const [first, second] = parts
      const [from, to] = [first!.manifest.items[0]!, second!.manifest.items[0]!]
      to.facts = from.facts
      second!.files.set(to.path, first!.files.get(from.path)!)
      for (const { manifest } of parts) manifest.waivers = waivers
    }
    await written(twice([{ code: 'quota-short', reason: '只有这些' }]))
    const [, second] = await verify(home)
    expect(second?.problems).toMatchObject([{ code: 'rule-broken', finding: { code: 'same-file' } }])
    await written(twice(['quota-short', 'same-file'].map((code) => ({ code, reason: '只有这些' }))))
    expect(await saidOf(home)).toEqual(fine)
  })
  test('say what one part broke once', async () => {
    await written(([first]) => void (first!.manifest.items[0]!.fields['caption'] = ''))
    const [first, second] = await verify(home)
    expect(first?.problems).toMatchObject([{ code: 'rule-broken', finding: { code: 'text-missing' } }])
    expect(second?.ok).toBe(true)
  })
})

test('parts that claim more files than any package are not judged together', async () => {
  const [made] = soundParts()
  const [item] = made!.manifest.items
  for (let index = 1; index <= 3; index += 1) {
    const items = Array.from({ length: 5_000 }, (_, at) => {
      const seq = index * 10_000 + at
      const facts = { ...item!.facts, sha256: `${seq}`.padStart(64, '0') }
      return { ...item, path: `${seq}.jpg`, seq, facts }
    })
    const text = JSON.stringify({ ...made!.manifest, items, part: { index, of: 3 } })
    const zip = rawZip([{ name: 'manifest.json', content: Buffer.from(text), deflate: true }])
    await writeFile(path.join(home, `${index}.zip`), zip)
  }
  const all = await verify(home)
  const codes = all.flatMap(({ problems }) => problems.map(({ code }) => code))
  expect(codes.filter((code) => code === 'manifest-too-large')).toHaveLength(1)
})
