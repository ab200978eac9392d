import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PackJson, VerifyJson } from './json.fixture.ts'
import { desk, type Ran } from './kepuri.fixture.ts'
import { hasProgram, readPackage, type ZipFile } from './zip.fixture.ts'
import { soundPack, soundSubmission } from './submission.fixture.ts'

const at = desk()
const photoName = '图片/辽宁省气象局（沈阳市）-科普大篷车进校园.jpg'
const videoName = '视频/辽宁省气象局（沈阳市）-科普大篷车进校园.mp4'
const taken = new Date(2023, 4, 20, 9, 30, 8)
let packed: Ran & { readonly json: PackJson }
let zip: string
let files: readonly ZipFile[]

beforeAll(async () => {
  await soundSubmission(at)
  await utimes(at.path('材料', '启动仪式.jpg'), taken, taken)
  packed = await at.json(PackJson, ...soundPack, '--out', '包/八月')
  zip = packed.json.packages[0]?.path ?? ''
  files = await readPackage(at.path(zip))
  for (const { name, content } of files) {
    await mkdir(path.dirname(at.path('解压', name)), { recursive: true })
    await writeFile(at.path('解压', name), content)
  }
})

const contentOf = (name: string): Buffer => {
  const file = files.find((one) => one.name === name)
  if (!file) throw new Error(`no ${name}`)
  return file.content
}

describe('form → fill in → pack', () => {
  it('succeeds, and says so in words on standard error', () => {
    expect(packed.code).toBe(0)
    expect(packed.err).toContain('打包完成：计划 2 个，写入 2 个')
  })

  it('states what was packed, with paths below the folder that the caller named', async () => {
    const { planned, packed: written, packages, documents, mails, waived, out } = packed.json
    expect({ planned, written, waived }).toEqual({ planned: 2, written: 2, waived: [] })
    expect(out).toMatch(/^包\/八月\/科普日宣传素材-辽宁省气象局-\d{8}$/)
    expect(packages.map(({ path: file }) => file)).toEqual([`${out}/科普日宣传素材-辽宁省气象局.zip`])
    expect(documents).toEqual(
      ['邮件.txt', '报送核对单.html', '权属与授权声明.html'].map((name) => `${out}/${name}`),
    )
    const bytes = await readFile(at.path(zip))
    expect(packages[0]).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes), items: 2 })
    expect(mails.map(({ attachments }) => attachments)).toEqual([[zip]])
  })

  it('proposes a subject, because the notice prescribes none', () => {
    const [mail] = packed.json.mails
    expect(mail).toMatchObject({
      to: '384425222@qq.com',
      subject: '2023年科普日宣传素材-辽宁省气象局-图片1视频1',
      mandated: false,
    })
    for (const part of ['邹畅老师', '共2件', '张三', '024-12345678', packed.json.packages[0]?.sha256])
      expect(mail?.body).toContain(part)
  })

  it('writes the mail as a text that Notepad shows', async () => {
    const text = await readFile(at.path(packed.json.documents[0] ?? ''), 'utf8')
    expect(text.startsWith('\uFEFF收件人：384425222@qq.com\r\n')).toBe(true)
    expect(text).toContain('建议')
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('leaves the package alone in its folder, and no temporary folder', async () => {
    expect(await readdir(at.path('包', '八月'))).toHaveLength(1)
    expect((await readdir(at.path(packed.json.out))).toSorted()).toEqual(
      ['科普日宣传素材-辽宁省气象局.zip', '邮件.txt', '报送核对单.html', '权属与授权声明.html'].toSorted(),
    )
  })
})

describe('the zip', () => {
  it('holds the files under their prescribed names, the documents and the lists', () => {
    expect(files.map(({ name }) => name).toSorted()).toEqual(
      [
        photoName,
        videoName,
        '说明文档.docx',
        '说明文档.xlsx',
        'manifest.json',
        'manifest-sha256.txt',
      ].toSorted(),
    )
  })

  it('holds the files byte for byte', async () => {
    expect(contentOf(photoName).equals(await readFile(at.path('材料', '启动仪式.jpg')))).toBe(true)
    expect(contentOf(videoName).equals(await readFile(at.path('材料', '宣传片.mp4')))).toBe(true)
  })

  it('stores names as UTF-8, and pictures without compressing', () => {
    for (const { utf8, stored } of files) expect({ utf8, stored }).toEqual({ utf8: true, stored: true })
  })

  it('keeps the time of the file', () => {
    expect(files.find(({ name }) => name === photoName)?.modified).toEqual(taken)
  })

  it('lists the checksum of every file but the list itself', () => {
    const lines = contentOf('manifest-sha256.txt').toString('utf8').trimEnd().split('\n')
    const expected = files
      .filter(({ name }) => name !== 'manifest-sha256.txt')
      .map(({ name, content }) => `${sha256(content)}  ${name}`)
    expect(lines.toSorted()).toEqual(expected.toSorted())
  })

  it('tells machines all in manifest.json', () => {
    expect(JSON.parse(contentOf('manifest.json').toString('utf8'))).toMatchObject({
      notice: { id: 'liaoning-2023' },
      task: { id: 'media' },
      unit: { name: '辽宁省气象局', class: 'member' },
      part: { index: 1, of: 1 },
      counts: { total: 2, images: 1, videos: 1 },
      items: expect.arrayContaining([
        expect.objectContaining({
          path: photoName,
          original: '启动仪式.jpg',
          fields: expect.objectContaining({ title: '科普大篷车进校园', takenAt: '2023年5月20日' }),
        }),
      ]),
    })
  })

  it.skipIf(!hasProgram('7z'))('passes the test of 7z, where that is installed', () => {
    expect(execFileSync('7z', ['t', at.path(zip)], { encoding: 'utf8' })).toContain('Everything is Ok')
  })

  it.skipIf(!hasProgram('unzip'))('passes the test of unzip, where that is installed', () => {
    expect(execFileSync('unzip', ['-tqq', at.path(zip)], { encoding: 'utf8' })).toBe('')
  })

  it.skipIf(!hasProgram('python3'))('opens in Python with the same names, where that is installed', () => {
    const script =
      'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nsys.stdout.buffer.write("\\n".join(z.namelist()).encode("utf-8"))'
    const names = execFileSync('python3', ['-c', script, at.path(zip)], { encoding: 'utf8' })
    expect(names.split('\n').toSorted()).toEqual(files.map(({ name }) => name).toSorted())
  })

  it.skipIf(!hasProgram('sha256sum'))('unpacked satisfies sha256sum -c, where that is installed', () => {
    const options = { cwd: at.path('解压'), encoding: 'utf8' } as const
    expect(
      execFileSync('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], options).match(/: OK$/gm),
    ).toHaveLength(5)
  })
})

describe('verify', () => {
  it.each([
    ['the zip', () => zip, () => zip],
    ['its folder', () => packed.json.out, () => zip],
    ['the unpacked files', () => '解压', () => '解压'],
  ])('finds %s right, and names it as the caller did', async (_, given, named) => {
    const { code, json } = await at.json(VerifyJson, 'verify', given())
    expect(code).toBe(0)
    expect(json).toMatchObject({ ok: true, packages: [{ path: named(), ok: true, items: 2, problems: [] }] })
  })

  it('says so in words on standard output', async () => {
    expect(await at.run('verify', zip)).toEqual({ code: 0, out: `✓ ${zip}：核对无误，共 2 项\n`, err: '' })
  })
})

describe('packing once more', () => {
  it('leaves the older package as it is and takes a name beside it', async () => {
    const before = await readFile(at.path(zip))
    const { json } = await at.json(PackJson, ...soundPack, '--out', '包/八月')
    expect(json.out).toBe(`${packed.json.out}-2`)
    expect((await readFile(at.path(zip))).equals(before)).toBe(true)
  })
})

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
