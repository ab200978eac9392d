import { copyFile, readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeZip } from '../engine/package/zip-writer.ts'
import { PackJson, VerifyJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { soundPack, soundSubmission } from './submission.fixture.ts'
import { placesIn, readPackage } from './zip.fixture.ts'

const at = desk()
const photoName = '图片/辽宁省气象局（沈阳市）-科普大篷车进校园.jpg'
const other = Buffer.from('另一张')
let places: readonly (readonly [string, number])[]
let verified: VerifyJson

beforeAll(async () => {
  await soundSubmission(at)
  const { json } = await at.json(PackJson, ...soundPack, '--out', '包')
  const zipPath = json.packages[0]?.path ?? ''
  const zip = await readFile(at.path(zipPath))
  const files = await readPackage(at.path(zipPath))

  places = placesOf(zip)
  for (const [name, place] of places) await at.write(`改一字节/${name}.zip`, turned(zip, place))
  await at.folder('随邮件')
  await copyFile(at.path(json.out, '邮件.txt'), at.path('随邮件', '邮件.txt'))
  await at.write('随邮件/科普日宣传素材-辽宁省气象局.zip', turned(zip, placesIn(zip, '.jpg').data))
  await at.write('改过/截断.zip', zip.subarray(0, zip.length - 30))

  const without = (name: string) => files.filter((file) => file.name !== name)
  await zipOf('改过/原样.zip', files)
  await zipOf('改过/少照片.zip', without(photoName))
  await zipOf('改过/少说明.zip', without('说明文档.docx'))
  await zipOf('改过/少清单.zip', without('manifest.json'))
  await zipOf('改过/少校验.zip', without('manifest-sha256.txt'))
  await zipOf('改过/多照片.zip', [...files, { name: '图片/后来的.jpg', content: other }])
  await zipOf('改过/换照片.zip', [...without(photoName), { name: photoName, content: other }])

  for (const { name, content } of files) await at.write(`解压/${name}`, content)
  for (const { name, content } of without(photoName)) await at.write(`解压改过/${name}`, content)
  await at.write('解压改过/多余.txt', '多余')
  await at.folder('空')
  verified = await verify('改一字节', '随邮件', '改过', '解压', '解压改过', '空', '材料/启动仪式.jpg')
})

async function verify(...given: string[]): Promise<VerifyJson> {
  const { code, json } = await at.json(VerifyJson, 'verify', ...given)
  expect(json.ok).toBe(json.packages.every(({ ok }) => ok))
  expect(code).toBe(json.ok ? 0 : 1)
  return json
}

/** The zip with one bit of one byte turned over. */
function turned(zip: Buffer, place: number): Buffer {
  const copy = Buffer.from(zip)
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}

function placesOf(zip: Buffer): [string, number][] {
  const { localHeader, data, directory, end } = placesIn(zip, '.jpg')
  return [
    ['picture-first-byte', data],
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
    ['directory-attributes', directory + 38],
    ['directory-offset', directory + 42],
    ['directory-name', directory + 52],
    ['end-signature', end],
    ['end-count', end + 10],
    ['end-directory-size', end + 12],
    ['end-directory-offset', end + 16],
    ['end-comment-length', end + 20],
  ]
}

/** A sound zip of these files. */
async function zipOf(name: string, contents: readonly { readonly name: string; readonly content: Buffer }[]) {
  const modified = new Date(2023, 7, 25)
  const sources = contents.map(({ name: path, content }) => ({ name: path, content, modified }))
  await writeZip(at.path(name), sources, { signal: new AbortController().signal })
}

const verdictOn = (path: string) => {
  const found = verified.packages.find((one) => one.path === path)
  if (!found) throw new Error(`${path} is not among ${verified.packages.map((one) => one.path).join(' ')}`)
  return found
}
const codesOf = (path: string) =>
  verdictOn(path).problems.map(({ code, item }) => (item ? `${code} ${item}` : code))

describe('after one byte of the zip was changed', () => {
  it('verify tells, wherever the byte lies', () => {
    const unnoticed = places.filter(([name]) => verdictOn(`改一字节/${name}.zip`).ok)
    expect(unnoticed).toEqual([])
    for (const [name] of places) expect(codesOf(`改一字节/${name}.zip`)).not.toEqual([])
  })

  it('verify names the picture that it lies in', () => {
    expect(verdictOn('改一字节/picture-middle.zip')).toMatchObject({
      items: 1,
      problems: [{ code: 'checksum-differs', item: photoName }],
    })
  })

  it('verify tells that the mail beside the zip speaks of another', () => {
    expect(codesOf('随邮件/科普日宣传素材-辽宁省气象局.zip')).toContain('mail-checksum-differs')
  })

  it('a zip whose end is missing is broken', () => {
    expect(codesOf('改过/截断.zip')).toContain('archive-broken')
  })
})

describe('after files of the zip were changed', () => {
  it('the same files in another zip are still right', () => {
    expect(verdictOn('改过/原样.zip')).toMatchObject({ ok: true, items: 2, problems: [] })
  })

  it('a picture that was removed is missing', () => {
    expect(codesOf('改过/少照片.zip')).toEqual([`file-missing ${photoName}`])
    expect(verdictOn('改过/少照片.zip').items).toBe(1)
  })

  it('a document that was removed is missing', () => {
    expect(codesOf('改过/少说明.zip')).toEqual(['file-missing 说明文档.docx'])
  })

  it('a file that was added is not on the list', () => {
    expect(codesOf('改过/多照片.zip')).toEqual(['file-unlisted 图片/后来的.jpg'])
  })

  it('a picture that was replaced is not the one on the list', () => {
    expect(codesOf('改过/换照片.zip')).toEqual([`checksum-differs ${photoName}`])
    expect(verdictOn('改过/换照片.zip').items).toBe(1)
  })

  it('without its lists it cannot be verified', () => {
    const itemsOf = (path: string) => verdictOn(path).problems.map(({ item }) => item)
    expect(itemsOf('改过/少清单.zip')).toContain('manifest.json')
    expect(itemsOf('改过/少校验.zip')).toContain('manifest-sha256.txt')
  })
})

describe('an unpacked package', () => {
  it('is held against its lists file by file', () => {
    expect(verdictOn('解压')).toEqual({ path: '解压', ok: true, items: 2, problems: [] })
    expect(codesOf('解压改过').toSorted()).toEqual([`file-missing ${photoName}`, 'file-unlisted 多余.txt'])
  })
})

describe('what is no package', () => {
  it('is named as such', () => {
    expect(codesOf('空')).toEqual(['not-a-package'])
    expect(codesOf('材料/启动仪式.jpg')).toContain('archive-broken')
  })

  it('a path that is not there is bad input', async () => {
    await at.refuses(['verify', '没有.zip'], 2, /^找不到“没有.zip”/)
  })

  it('problems are told in Chinese, one a line', async () => {
    const { code, out, err } = await at.run('verify', '空')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^✕ 空：发现 1 处问题\n  这里没有压缩包，也没有解压后的清单.*\n$/)
  })
})
