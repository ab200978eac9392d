import { read, utils } from '@e965/xlsx'
import { convertToHtml } from 'mammoth'
import { describe, expect, it } from 'vitest'
import { documentContent } from '../../shared/packing/document-table.ts'
import { planPackage } from '../../shared/packing/plan.ts'
import type { SendingChoice } from '../../shared/packing/sending.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import type { Submission } from '../../shared/project/submission.ts'
import { liaoning, taskNamed } from '../../shared/rules/submission.fixture.ts'
import { partsOf } from '../documents/parts.fixture.ts'
import { plain, wordCells, wordPictures } from '../documents/word-cells.fixture.ts'
import { openTemplates } from '../lists/keep-templates.ts'
import { drawnThumbnail, manyFiles } from './many-items.fixture.ts'
import { documentFiles, type PartContext } from './part-documents.ts'

const now = new Date('2023-08-25T02:00:00Z')
const waivers = '· 数量不足（要求不少于20，实报2）：今年活动少'

/** The documents of a submission as they are written into its package, and what the project says. */
async function documentsOf(
  submission: Submission,
  given: Partial<PartContext> = {},
  {
    sending = { plan: 'one' },
    index = 1,
  }: { readonly sending?: SendingChoice; readonly index?: number } = {},
) {
  const task = taskNamed(submission.task)
  const tokens = { ...submissionTokens(liaoning, task, submission, '2023-08-25T10:00:00'), waivers }
  const plan = planPackage(task, submission, tokens, { sending })
  const part = plan.parts[index - 1]
  const [template] = task.documents
  if (!part || !template) throw new Error('no document')
  const context: PartContext = {
    notice: liaoning,
    task,
    submission,
    tokens,
    now,
    generator: 'test',
    replaces: undefined,
    templates: openTemplates({ resourcesDir: '', dataDir: '' }),
    ...given,
  }
  const files = await documentFiles(part, plan, context, undefined)
  const named = (end: string) => files.find(({ name }) => name.endsWith(end))?.content ?? Buffer.alloc(0)
  return {
    expected: documentContent(template, submission, plan, part, tokens),
    part,
    plan,
    docx: named('.docx'),
    xlsx: named('.xlsx'),
  }
}

const cases = ['media', 'history'].flatMap((task) => [2, 20, 200].map((count) => [task, count] as const))

describe.each(cases)('the document of %s with %i files', (task, count) => {
  const submission = manyFiles(task, count)
  const made = documentsOf(submission)

  it('says as Word what the project says, cell by cell', async () => {
    const { docx, expected } = await made
    expect(await wordCells(docx)).toEqual([expected.columns.map(({ label }) => label), ...expected.rows])
    const { value } = await convertToHtml({ buffer: docx })
    const above = plain(value.slice(0, value.indexOf('<table>')))
    expect(above).toBe([expected.annexLabel ?? '', expected.title, ...expected.preamble].join(''))
  })

  it('says the same as a workbook, every cell a text', async () => {
    const { xlsx, expected } = await made
    const book = read(xlsx, { cellNF: true })
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', blankrows: true })
    const above = [expected.annexLabel, expected.title, ...expected.preamble].filter(
      (one) => one !== undefined,
    )
    expect(rows.slice(0, above.length).map(([first]) => first)).toEqual(above)
    expect(rows.slice(above.length)).toEqual([expected.columns.map(({ label }) => label), ...expected.rows])
    const cells = Object.entries(sheet).filter(([place]) => /^[A-Z]+\d+$/.test(place))
    for (const [place, cell] of cells) expect([place, (cell as { t: string }).t]).toEqual([place, 's'])
  })

  it('names its author, its notice and its language', async () => {
    const { docx, xlsx, expected } = await made
    for (const content of [docx, xlsx]) {
      const core = (await partsOf(content)).get('docProps/core.xml') ?? ''
      expect(core).toContain(`<dc:title>${expected.title}</dc:title>`)
      expect(core).toContain(`<dc:creator>${submission.unit?.name ?? ''}</dc:creator>`)
      expect(core).toContain(`<dc:subject>${liaoning.title}</dc:subject>`)
      expect(core).toContain(`${liaoning.documentNumber} ${taskNamed(task).annex}</dc:description>`)
      expect(core).toContain('<dc:language>zh-CN</dc:language>')
    }
  })

  it('is made of texts that would show a fault', async () => {
    const { expected } = await made
    const all = expected.rows.flat().join('\u0000')
    const longest = Math.max(...expected.rows.flat().map((text) => text.length))
    expect(longest).toBe(task === 'history' ? 200 : 100)
    if (count === 2) return
    expect(all).toContain('\u0000\u0000')
    expect(all).toMatch(/𬭊.*㛃|㛃.*𬭊/su)
    if (task === 'media') expect(all).toContain('DJI_0042_final_version_export')
  })
})

describe('the register', () => {
  it('has the columns of the notice, and the unit in one of them on three lines', async () => {
    const { docx, xlsx } = await documentsOf(manyFiles('history', 2))
    const [header, first] = await wordCells(docx)
    expect(header).toEqual([
      '序号',
      '拍摄时间',
      '拍摄地点',
      '图片来源',
      '图片说明(200字以内)',
      '提供单位信息(单位名称、联系人、联系方式)',
      '备注',
    ])
    const unit = '沈阳市全民科学素质工作领导小组办公室\n张三\n024-23221703'
    expect(first?.[5]).toBe(unit)
    const book = read(xlsx)
    expect(book.Sheets[book.SheetNames[0] ?? '']?.['F4']?.v).toBe(unit)
  })

  it('never has small pictures: its columns are fixed', async () => {
    const { docx } = await documentsOf(
      { ...manyFiles('history', 2), thumbnails: true },
      { thumbnail: drawnThumbnail },
    )
    expect(await wordPictures(docx)).toEqual([])
    expect((await wordCells(docx))[0]).toHaveLength(7)
  })
})

describe('small pictures', () => {
  const submission = { ...manyFiles('media', 20), thumbnails: true }
  const thumbnail = (sha256: string) =>
    sha256.endsWith('3') ? Promise.resolve(Buffer.from('no picture')) : drawnThumbnail(sha256)

  it('stand beside their rows under the names of the files; videos and what cannot be shown stay blank', async () => {
    const { docx, part, expected } = await documentsOf(submission, { thumbnail })
    const shown = part.items.flatMap(({ name }, index) =>
      name.endsWith('.mp4') || (index + 1) % 10 === 3 ? [] : [{ row: index + 1, alt: name }],
    )
    expect(shown).toHaveLength(14)
    expect(await wordPictures(docx)).toEqual(shown)
    const cells = await wordCells(docx)
    expect(cells[0]?.slice(0, 3)).toEqual(['序号', '缩略图', '文件名'])
    expect(cells.slice(1).map((row) => row.toSpliced(1, 1))).toEqual(expected.rows)
  })

  it('are small, keep their proportions, and leave the workbook as it is', async () => {
    const { docx, xlsx } = await documentsOf(submission, { thumbnail: drawnThumbnail })
    const xml = (await partsOf(docx)).get('word/document.xml') ?? ''
    const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, width, height]) => [
      Number(width) / 36_000,
      Number(height) / 36_000,
    ])
    expect(sizes).toHaveLength(16)
    for (const [width = 0, height = 0] of sizes) {
      expect(Math.max(width / 28, height / 21)).toBeCloseTo(1, 1)
      expect([4 / 3, 3 / 4, 16 / 9, 1].some((one) => Math.abs(width / height - one) < 0.03)).toBe(true)
    }
    expect(docx.length).toBeLessThan(20 * 15_000)
    const plainOnes = await documentsOf(manyFiles('media', 20), { thumbnail: drawnThumbnail })
    expect(xlsx.equals(plainOnes.xlsx)).toBe(true)
    expect(await wordPictures(plainOnes.docx)).toEqual([])
  })

  it('give the same bytes for the same time', async () => {
    const [first, again] = [
      await documentsOf(submission, { thumbnail }),
      await documentsOf(submission, { thumbnail }),
    ]
    expect(again.docx.equals(first.docx)).toBe(true)
  })
})

describe('the documents of one part of several', () => {
  const sending = { plan: 'split', cap: 30_000_000 } as const
  const submission = manyFiles('media', 20)
  /** A video that no mail carries goes into a part of its own, behind the others. */
  const parted: Submission = {
    ...submission,
    items: submission.items.map((item, index) =>
      index === 4 ? { ...item, facts: { ...item.facts, bytes: 300_000_000 } } : item,
    ),
  }
  const partsOfPlan = async () => (await documentsOf(parted, {}, { sending })).plan.parts

  it.each([1, 2, 3, 4])('hold all rows in the order of the submission (part %i)', async (index) => {
    const whole = await documentsOf(parted)
    const { docx, expected, plan } = await documentsOf(parted, {}, { sending, index })
    expect(plan.parts).toHaveLength(4)
    expect(expected.rows).toEqual(whole.expected.rows)
    expect((await wordCells(docx)).slice(1)).toEqual(whole.expected.rows)
  })

  it('mark the rows of its files by a grey ground, as Word and as a workbook, and no others', async () => {
    const seen: number[] = []
    for (const { index, items } of await partsOfPlan()) {
      const { docx, xlsx } = await documentsOf(parted, {}, { sending, index })
      const own = items.map(({ number }) => number).toSorted((a, b) => a - b)
      expect(await shadedInWord(docx)).toEqual(own)
      expect(await shadedInSheet(xlsx)).toEqual(own)
      seen.push(...own)
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it('say in words which they are, for prints in black and white', async () => {
    const lines = []
    for (const { index } of await partsOfPlan())
      lines.push((await documentsOf(parted, {}, { sending, index })).expected.preamble.at(-1))
    expect(lines).toEqual([
      expect.stringMatching(/^本包是第1包，共4包，装有序号1至4、6.*（灰底为本包所含）$/) as string,
      expect.stringMatching(/^本包是第2包，共4包，装有序号\d+至\d+（灰底为本包所含）$/) as string,
      expect.stringMatching(/^本包是第3包，共4包，装有序号\d+至20（灰底为本包所含）$/) as string,
      '本包是第4包，共4包，装有序号5（灰底为本包所含）',
    ])
  })

  it('show small pictures of its own files only', async () => {
    const given = { thumbnail: drawnThumbnail }
    const { docx, part } = await documentsOf({ ...parted, thumbnails: true }, given, { sending, index: 2 })
    const pictures = part.items.filter(({ kind }) => kind === 'image')
    expect(await wordPictures(docx)).toEqual(pictures.map(({ number, name }) => ({ row: number, alt: name })))
  })

  it('neither mark rows nor say anything where there is one part', async () => {
    const { docx, xlsx, expected } = await documentsOf(parted)
    expect([await shadedInWord(docx), await shadedInSheet(xlsx)]).toEqual([[], []])
    expect(expected.preamble.join('')).not.toContain('本包')
  })
})

/** Numbers of the rows whose every cell has a ground of its own. */
async function shadedInWord(docx: Buffer): Promise<number[]> {
  const xml = (await partsOf(docx)).get('word/document.xml') ?? ''
  const rows = [...xml.matchAll(/<w:tr\b.*?<\/w:tr>/gs)].map(([row]) => row)
  return rows.flatMap((row, index) => {
    const cells = row.match(/<w:tc\b/g)?.length ?? 0
    const grounds = row.match(/<w:shd [^>]*w:fill="D9D9D9"/g)?.length ?? 0
    expect([0, cells]).toContain(grounds)
    return grounds > 0 ? [index] : []
  })
}

async function shadedInSheet(xlsx: Buffer): Promise<number[]> {
  const book = read(xlsx, { cellStyles: true })
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
  const grounds = Object.entries(sheet).filter(
    ([place, cell]) =>
      place.startsWith('B') && (cell as { s?: { fgColor?: { rgb?: string } } }).s?.fgColor?.rgb === 'D9D9D9',
  )
  const numbers = grounds.map(([place]) => Number((sheet[place.replace('B', 'A')] as { v: string }).v))
  return numbers.toSorted((a, b) => a - b)
}
