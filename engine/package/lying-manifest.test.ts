import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyProblemSentence } from '../../shared/wording/verify-sentence.ts'
import {
  codesOf,
  filesOf,
  type MadePackage,
  soundPackage,
  verify,
  writeAsFolder,
  writeAsZip,
} from './made-package.fixture.ts'
import { rawZip } from './raw-zip.fixture.ts'

let home: string
let last = 0
beforeAll(async () => void (home = await mkdtemp(path.join(tmpdir(), 'kepuri-谎-'))))
afterAll(() => rm(home, { recursive: true, force: true }))

const [first = '', second = ''] = soundPackage().manifest.items.map((item) => item.path)
/** A package with checksums that fit, written after it was changed. */
const zipWith = async (change: (made: MadePackage) => void): Promise<string> => {
  const made = soundPackage()
  change(made)
  return writeAsZip(made, path.join(home, `${(last += 1)}.zip`))
}
const codesWith = async (change: (made: MadePackage) => void) => codesOf(await zipWith(change))

/** Puts other content in the place of a picture, with the checksum that it has. */
async function replaced(made: MadePackage, name: string, content: Buffer): Promise<void> {
  const { createHash } = await import('node:crypto')
  made.files.set(name, content)
  for (const item of made.manifest.items)
    if (item.path === name) item.facts.sha256 = createHash('sha256').update(content).digest('hex')
}

test('a sound package has nothing wrong, as a zip and unpacked', async () => {
  expect(await verify(await zipWith(() => undefined))).toMatchObject([{ ok: true, items: 2, problems: [] }])
  const folder = await writeAsFolder(soundPackage(), path.join(home, '解压'))
  expect(await verify(folder)).toMatchObject([{ ok: true, items: 2, problems: [] }])
})

describe('a manifest lies, though every checksum fits', () => {
  test('about the size of a picture', async () => {
    const made = soundPackage()
    await replaced(made, first, Buffer.from('forty bytes of text that are no picture!'))
    const [verified] = await verify(await writeAsZip(made, path.join(home, '小.zip')))
    expect(verified).toMatchObject({
      items: 1,
      problems: [{ code: 'size-differs', item: first, expected: 3_500_000, actual: 40 }],
    })
  })
  test('about the format of a picture', async () => {
    const made = soundPackage()
    await replaced(made, first, Buffer.alloc(3_500_000, 'text '))
    const [verified] = await verify(await writeAsZip(made, path.join(home, '字.zip')))
    expect(verified?.problems).toMatchObject([
      { code: 'format-differs', item: first, expected: 'jpeg', actual: 'text' },
    ])
    expect(verified?.problems.map(verifyProblemSentence)).toEqual([
      `${first}：内容与清单不符：清单写的是 JPG，实际是 文本文件`,
    ])
  })
  test('by leaving a file out', async () => {
    expect(await codesWith(({ files }) => files.set('virus.exe', Buffer.from('MZ')))).toEqual([
      'file-unlisted virus.exe',
    ])
  })
  test('about the name of a picture', async () => {
    const codes = await codesWith(({ manifest, files }) => {
      const [item] = manifest.items
      if (!item) return
      files.set('图片/会议.jpg', files.get(first) ?? Buffer.alloc(0))
      files.delete(first)
      item.path = '图片/会议.jpg'
    })
    expect(codes).toEqual(['name-differs 图片/会议.jpg'])
  })
  test('by leaving the unit out', async () => {
    const codes = await codesWith(({ manifest }) => {
      manifest.unit = undefined
      manifest.generator = 'another'
    })
    expect(codes).toContain('no-unit manifest.json')
  })
  test('by leaving a document out', async () => {
    const codes = await codesWith(({ manifest, files }) => {
      files.delete('说明文档.docx')
      manifest.documents = manifest.documents.filter((name) => name !== '说明文档.docx')
    })
    expect(codes).toEqual(['document-missing 说明文档.docx'])
  })
  test('by a document that is none', async () => {
    expect(await codesWith(({ files }) => files.set('说明文档.docx', Buffer.from('见邮件')))).toEqual([
      'format-differs 说明文档.docx',
    ])
  })
  test('by naming a file twice', async () => {
    const codes = await codesWith(({ manifest }) => void manifest.documents.push(second))
    expect(codes).toEqual([`file-repeated ${second}`])
  })
  test('about its counts', async () => {
    expect(
      await codesWith(
        ({ manifest }) => void (manifest.counts = { ...manifest.counts, images: 1, videos: 1 }),
      ),
    ).toEqual(['counts-differ'])
  })
})

test.each(['yesterday', '2023-13-45T10:00:00+08:00', '', '2023-08-20'])(
  'a manifest made at “%s” is unreadable, and loses nothing else',
  async (createdAt) => {
    const broken = await zipWith(({ manifest }) => void (manifest.createdAt = createdAt))
    const sound = await zipWith(() => undefined)
    const verified = await verify(broken, sound)
    expect(verified.map(({ problems }) => problems.map(({ code, actual }) => [code, actual]))).toEqual([
      [['manifest-unreadable', 'createdAt']],
      [],
    ])
  },
)

describe('a manifest of monstrous size is not judged', () => {
  test.each<[string, (made: MadePackage) => void]>([
    ['by its items', ({ manifest }) => void (manifest.items = Array(30_000).fill(manifest.items[0]))],
    [
      'by its waivers',
      ({ manifest }) =>
        void (manifest.waivers = Array.from({ length: 30_000 }, () => ({ code: 'x', reason: 'x' }))),
    ],
    ['by its texts', ({ manifest }) => void (manifest.items[0]!.fields['caption'] = '字'.repeat(200_000))],
  ])('%s', async (_, change) => {
    expect(await codesWith(change)).toContain('manifest-too-large manifest.json')
  })
})

test('a broken rule is told in the words of the check, with the field it is about', async () => {
  const zip = await zipWith(({ manifest }) => void (manifest.items[0]!.fields['caption'] = ''))
  const [verified] = await verify(zip)
  expect(verified?.problems).toMatchObject([
    { code: 'rule-broken', item: first, finding: { code: 'text-missing', subject: { field: 'caption' } } },
  ])
  const [sentence] = verified?.problems.map(verifyProblemSentence) ?? []
  expect(sentence).toMatch(/^图片\/.+：\p{Script=Han}/u)
  expect(sentence).not.toMatch(/[{}]|text-missing/)
})

test('a package without its manifest lacks that one, and nothing else is said', async () => {
  const files = filesOf(soundPackage())
  files.delete('manifest.json')
  const zip = path.join(home, '无清单.zip')
  await writeFile(zip, rawZip([...files].map(([name, content]) => ({ name, content }))))
  expect(await codesOf(zip)).toEqual(['no-manifest manifest.json'])
})
