import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeZip } from '../engine/package/zip-writer.ts'
import { PackJson, VerifyJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { photo } from './media.fixture.ts'
import { soundPack, soundSubmission } from './submission.fixture.ts'
import { placesIn, readPackage, type ZipFile } from './zip.fixture.ts'

const at = desk()
let zip: Buffer
let files: readonly ZipFile[]
let packageFolder: string
let zipPath: string

const photoName = '图片/辽宁省气象局（沈阳市）-科普大篷车进校园.jpg'

beforeAll(async () => {
  await soundSubmission(at)
  const { json } = await at.json(PackJson, ...soundPack, '--out', '包')
  packageFolder = json.out
  zipPath = json.packages[0]?.path ?? ''
  zip = await readFile(at.path(zipPath))
  files = await readPackage(at.path(zipPath))
})

/** The zip with one bit of one byte turned over. */
const turned = (place: number): Buffer => {
  const copy = Buffer.from(zip)
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}

/** A sound zip of these files. */
async function zipOf(
  name: string,
  contents: readonly { readonly name: string; readonly content: Buffer }[],
): Promise<void> {
  await at.folder('改过')
  const modified = new Date(2023, 7, 25)
  const signal = new AbortController().signal
  await writeZip(
    at.path(name),
    contents.map((file) => ({ ...file, modified })),
    { signal, onProgress: () => undefined },
  )
}

async function problemsOf(...given: string[]) {
  const { code, json } = await at.json(VerifyJson, 'verify', ...given)
  expect(json.ok).toBe(json.packages.every(({ ok }) => ok))
  expect(code).toBe(json.ok ? 0 : 1)
  return json.packages
}

describe('after one byte of the zip was changed', () => {
  it('verify says where, wherever it lies', async () => {
    const { localHeader, data, directory, end } = placesIn(zip, '.jpg')
    const places: readonly (readonly [string, number])[] = [
      ['picture-start', data],
      ['picture-middle', data + 1_500_000],
      ['local-signature', localHeader],
      ['local-flags', localHeader + 6],
      ['local-time', localHeader + 10],
      ['local-checksum', localHeader + 14],
      ['local-size', localHeader + 18],
      ['local-name', localHeader + 36],
      ['local-extra', data - 1],
      ['directory-signature', directory],
      ['directory-made-by', directory + 4],
      ['directory-time', directory + 12],
      ['directory-checksum', directory + 16],
      ['directory-size', directory + 20],
      ['directory-attributes', directory + 38],
      ['directory-offset', directory + 42],
      ['directory-name', directory + 52],
      ['end-signature', end],
      ['end-count', end + 10],
      ['end-size', end + 12],
      ['end-offset', end + 16],
      ['end-comment', end + 20],
    ]
    for (const [name, place] of places) await at.write(`改一字节/${name}.zip`, turned(place))
    const verified = await problemsOf(...places.map(([name]) => `改一字节/${name}.zip`))
    expect(verified.filter(({ ok }) => ok).map(({ path }) => path)).toEqual([])
    for (const { problems } of verified) expect(problems.length).toBeGreaterThan(0)
    const picture = verified.find(({ path }) => path === '改一字节/picture-middle.zip')
    expect(picture).toMatchObject({
      items: 1,
      problems: [{ code: 'checksum-differs', item: photoName }],
    })
  })

  it('the mail beside the zip tells too', async () => {
    await at.folder('随邮件')
    await copyFile(at.path(packageFolder, '邮件.txt'), at.path('随邮件', '邮件.txt'))
    await at.write('随邮件/科普日宣传素材-辽宁省气象局.zip', turned(placesIn(zip, '.jpg').data))
    const [verified] = await problemsOf('随邮件')
    expect(verified?.problems.map(({ code }) => code)).toContain('mail-checksum-differs')
  })

  it('a zip whose end is missing is broken', async () => {
    await at.write('截断.zip', zip.subarray(0, zip.length - 30))
    const [verified] = await problemsOf('截断.zip')
    expect(verified?.problems[0]).toMatchObject({ code: 'archive-broken' })
  })
})

describe('after files of the zip were changed', () => {
  it('a file that was removed is missing', async () => {
    await zipOf(
      '改过/少一个.zip',
      files.filter(({ name }) => name !== photoName),
    )
    const [verified] = await problemsOf('改过/少一个.zip')
    expect(verified).toMatchObject({ ok: false, items: 1 })
    expect(verified?.problems).toContainEqual(
      expect.objectContaining({ code: 'file-missing', item: photoName }),
    )
  })

  it('a document that was removed is missing', async () => {
    await zipOf(
      '改过/少说明.zip',
      files.filter(({ name }) => name !== '说明文档.docx'),
    )
    const [verified] = await problemsOf('改过/少说明.zip')
    expect(verified?.problems).toContainEqual(
      expect.objectContaining({ code: 'file-missing', item: '说明文档.docx' }),
    )
  })

  it('a file that was added is not on the list', async () => {
    await zipOf('改过/多一个.zip', [...files, { name: '图片/后来的.jpg', content: await photo(7) }])
    const [verified] = await problemsOf('改过/多一个.zip')
    expect(verified?.problems).toContainEqual(
      expect.objectContaining({ code: 'file-unlisted', item: '图片/后来的.jpg' }),
    )
  })

  it('a picture that was replaced by another is not the one on the list', async () => {
    const other = await photo(8)
    await zipOf(
      '改过/换一个.zip',
      files.map((file) => (file.name === photoName ? { ...file, content: other } : file)),
    )
    const [verified] = await problemsOf('改过/换一个.zip')
    expect(verified?.problems).toContainEqual(
      expect.objectContaining({ code: 'checksum-differs', item: photoName }),
    )
  })

  it.each(['manifest.json', 'manifest-sha256.txt'])('without %s it cannot be verified', async (name) => {
    await zipOf(
      `改过/无-${name}.zip`,
      files.filter((file) => file.name !== name),
    )
    const [verified] = await problemsOf(`改过/无-${name}.zip`)
    expect(verified?.ok).toBe(false)
  })
})

describe('an unpacked package', () => {
  beforeAll(async () => {
    for (const { name, content } of files) await at.write(`解压/${name}`, content)
  })

  it('is held against its lists file by file', async () => {
    const [whole] = await problemsOf('解压')
    expect(whole).toEqual({ path: '解压', ok: true, items: 2, problems: [] })
    await writeFile(at.path('解压', '多余.txt'), '多余')
    await rm(at.path('解压', photoName))
    const [changed] = await problemsOf('解压')
    expect(changed?.problems.map(({ code, item }) => `${code} ${item}`).toSorted()).toEqual([
      `file-missing ${photoName}`,
      'file-unlisted 多余.txt',
    ])
  })
})

describe('what is no package', () => {
  it('is named as such', async () => {
    await at.folder('空')
    const [empty, picture] = await problemsOf('空', '材料/启动仪式.jpg')
    expect(empty).toMatchObject({ path: '空', problems: [{ code: 'not-a-package' }] })
    expect(picture?.problems[0]).toMatchObject({ code: 'archive-broken' })
  })

  it('a path that is not there is bad input', async () => {
    await at.refuses(['verify', '没有.zip'], 2, /^找不到“没有.zip”/)
  })

  it('problems are told in Chinese, one a line', async () => {
    const { code, out, err } = await at.run('verify', '空')
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '✕ 空：发现 1 处问题\n  这里没有压缩包，也没有解压后的清单\n',
      err: '',
    })
  })
})
