import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillForm } from './form.fixture.ts'
import { CheckJson, PackJson, VerifyJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import {
  cmykTiff,
  deepPng,
  jpeg,
  lzwTiff,
  plainTiff,
  png,
  tiff,
  writeOldPhotos,
  writeStrangers,
} from './old-photos.fixture.ts'
import { blankForm } from './submission.fixture.ts'
import { readPackage } from './zip.fixture.ts'

const at = desk()
const words = ['老照片', '--task', 'history', '--unit', 'unit.json', '--sheet', '登记.xlsx'] as const
const unit = { name: '沈阳市科协', class: 'city', region: '沈阳市', contact: '张三', phone: '024-23221703' }
const texts = {
  拍摄时间: '2010年9月',
  拍摄地点: '沈阳市',
  图片来源: '市科协资料室',
  图片说明: '首个科普日启动仪式。',
}

beforeAll(async () => {
  await at.write('unit.json', JSON.stringify(unit))
  await at.write('多个电话.json', JSON.stringify({ ...unit, phone: ' 024-23221703，15041455447 ' }))
  await writeOldPhotos(at.path('老照片'), {
    '1号.jpeg': () => jpeg(0, 1_048_576),
    '2号.JPG': () => jpeg(1, 2_500_000),
    '3号.png': () => deepPng(2),
    '4号.tif': () => lzwTiff(3),
    '5号.TIFF': () => plainTiff(4),
    '6号.tif': () => cmykTiff(5),
  })
  await blankForm(at, '老照片', '空白.xlsx', 'history')
  await fillForm(at.path('空白.xlsx'), at.path('登记.xlsx'), {
    '*': texts,
    '1号.jpeg': { ...texts, 拍摄时间: '2005年' },
    '3号.png': { ...texts, 拍摄时间: '2012-09-17', 图片来源: '《沈阳日报》', 备注: '原片已旧' },
  })
})

describe('the historical pictures', () => {
  it('are not packed before both declarations are made', async () => {
    const before = await at.listing()
    for (const [declared, left] of [
      [[], ['quality', 'rights']],
      [['--declare', 'quality'], ['rights']],
    ] as const) {
      const { code, json } = await at.json(CheckJson, 'check', ...words, ...declared)
      expect(code).toBe(1)
      const missing = json.findings.filter((finding) => finding.code === 'declaration-missing')
      expect(missing.map(({ rule }) => rule)).toEqual(left.map((id) => `declaration-${id}`))
      expect(missing.every(({ severity }) => severity === 'error')).toBe(true)
    }
    const { code, out } = await at.run('pack', ...words, '--declare', 'rights', '--out', '包')
    expect(code).toBe(1)
    expect(out).toContain('还没有确认：“影像清晰完整')
    expect(await at.listing()).toEqual(before)
  })

  it('go out under the prescribed subject, with the declared registration form', async () => {
    const { code, json } = await at.json(PackJson, 'pack', ...words, '--declare', 'all', '--out', '包')
    expect(code).toBe(0)
    expect([json.planned, json.packed]).toEqual([6, 6])
    expect(json.mails).toMatchObject([
      { to: 'kepuri@cast.org.cn', subject: '科普日图片+沈阳市科协+024-23221703', mandated: true },
    ])
    expect(json.mails[0]?.body).toContain('王晓萌老师：')
    const inside = await readPackage(at.path(json.packages[0]?.path ?? ''))
    const names = inside.map(({ name }) => name)
    expect(names).toContain('全国科普日活动历史图片信息登记表.docx')
    expect(names.filter((name) => name.startsWith('图片/'))).toEqual([
      '图片/01-沈阳市科协-1号.jpg',
      '图片/02-沈阳市科协-2号.jpg',
      '图片/03-沈阳市科协-3号.png',
      '图片/04-沈阳市科协-4号.tif',
      '图片/05-沈阳市科协-5号.tif',
      '图片/06-沈阳市科协-6号.tif',
    ])
    const manifest = inside.find(({ name }) => name === 'manifest.json')?.content.toString('utf8') ?? ''
    expect(JSON.parse(manifest)).toMatchObject({ declared: ['quality', 'rights'] })
    const register = inside.find(({ name }) => name.endsWith('登记表.xlsx'))?.content
    expect(await firstRows(register)).toEqual([
      '1|2005年|沈阳市|市科协资料室|首个科普日启动仪式。|沈阳市科协\n张三\n024-23221703|',
      '3|2012年9月17日|沈阳市|《沈阳日报》|首个科普日启动仪式。|沈阳市科协\n张三\n024-23221703|原片已旧',
    ])

    const verified = await at.json(VerifyJson, 'verify', json.out)
    expect(verified.code).toBe(0)
    expect(verified.json).toMatchObject({ ok: true, packages: [{ ok: true, items: 6, problems: [] }] })
  })

  it('keep a subject of three parts when the unit has several phones', async () => {
    const given = ['老照片', '--task', 'history', '--unit', '多个电话.json', '--sheet', '登记.xlsx']
    const { code, json } = await at.json(PackJson, 'pack', ...given, '--declare', 'all', '--out', '包2')
    expect(code).toBe(0)
    expect(json.mails[0]?.subject).toBe('科普日图片+沈阳市科协+024-23221703，15041455447')
  })

  it('may be declared one by one, separated by commas or not', async () => {
    const comma = await at.json(CheckJson, 'check', ...words, '--declare', 'quality,rights')
    const each = await at.json(CheckJson, 'check', ...words, '--declare', 'rights', '--declare', 'quality')
    expect([comma.code, each.code]).toEqual([0, 0])
  })
})

describe('files among the historical pictures', () => {
  const judge = async (folder: string) => {
    const { code, json } = await at.json(CheckJson, 'check', folder, '--task', 'history')
    const found = json.items.map(({ source, findings }) => [
      source.replace(/^.*[/\\]/u, ''),
      findings
        .filter((finding) => finding.code !== 'text-missing')
        .map((finding) => `${finding.code} ${finding.severity}`)
        .join(),
    ])
    return { code, json, found: Object.fromEntries(found) as Record<string, string> }
  }

  it('are measured to the byte, whatever their format', async () => {
    const sizes = [999_999, 1_000_000, 1_048_575, 1_048_576]
    const kinds = { jpg: jpeg, png, tif: tiff }
    const all = Object.entries(kinds).flatMap(([extension, make], kind) =>
      sizes.map((bytes, index) => [`${bytes}.${extension}`, () => make(kind * 4 + index, bytes)] as const),
    )
    await writeOldPhotos(at.path('大小'), Object.fromEntries(all))
    const { found } = await judge('大小')
    for (const extension of Object.keys(kinds))
      expect(sizes.map((bytes) => found[`${bytes}.${extension}`])).toEqual([
        'bytes-outside error',
        'bytes-ambiguous warning',
        'bytes-ambiguous warning',
        '',
      ])
  })

  it('of other formats are refused by their content, each by its name', async () => {
    await writeStrangers(at.path('别的'))
    const { code, found, json } = await judge('别的')
    expect(code).toBe(1)
    const said = (name: string) => found[name]?.split(',')[0]
    for (const name of ['网页图.webp', '画图.bmp', '动图.gif', '手机照片.heic'])
      expect(said(name)).toBe('format-wrong error')
    expect(said('活动录像.mp4')).toBe('kind-not-asked error')
    expect(said('扫描件.pdf')).toBe('not-media note')
    const messages = json.items.flatMap(({ findings }) => findings.map(({ message }) => message))
    for (const sentence of [
      '文件内容是 WebP（网页图片格式），要求 JPG、PNG 或 TIFF',
      '文件内容是 BMP（位图），要求 JPG、PNG 或 TIFF',
      '文件内容是 GIF（动图格式），要求 JPG、PNG 或 TIFF',
      '文件内容是 HEIC（苹果手机格式），要求 JPG、PNG 或 TIFF',
      '这是视频（MP4），这项任务只收 JPG、PNG 或 TIFF，不会装进报送包，请把它移除',
      '这是PDF文档，不是图片或视频，不会装进报送包',
    ])
      expect(messages).toContain(sentence)
  })
})

/** The first and the third picture in the register, cell by cell. */
async function firstRows(register: Buffer | undefined): Promise<string[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(register ?? []).buffer)
  const rows: string[] = []
  book.worksheets[0]?.eachRow((row) => {
    const cells = Array.from({ length: 7 }, (_, index) => row.getCell(index + 1).text)
    if (cells[0] === '1' || cells[0] === '3') rows.push(cells.join('|'))
  })
  return rows
}
