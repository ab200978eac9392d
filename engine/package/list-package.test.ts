import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { rewriteZip } from '../documents/rewrite-zip.ts'
import { activities, activityRows, foreignTemplate, listOf, templatesAt } from '../lists/list.fixture.ts'
import { tryTemplate } from '../lists/try-template.ts'
import { build, faultOf, home, inNewFolders, verify } from './packing-desk.fixture.ts'
import { unzipTo } from './unzip.fixture.ts'

inNewFolders()

const inside = '2023年科普日计划开展重点活动清单.xlsx'

async function foreign() {
  const content = await foreignTemplate('official-annex2')
  const { sheet, headerRow, labels, uses } = await tryTemplate(content, 'a.xlsx', activities, new Date())
  const id = await templatesAt(path.join(home, 'data')).keep(content)
  return { id, name: 'a.xlsx', sheet, headerRow, labels: [...labels], uses: [...uses] }
}

async function unpacked(given: Parameters<typeof listOf>[1] = {}, count = 60) {
  const { packages } = await build(listOf(activityRows(count), given), { task: activities })
  const folder = path.join(home, '解压')
  await unzipTo(packages[0]?.path ?? '', folder)
  return folder
}

/** Changes the workbook of an unpacked package, and its checksum with it, as an ill will would. */
async function changeList(folder: string, change: (xml: string) => string): Promise<void> {
  const place = path.join(folder, inside)
  const before = await readFile(place)
  const after = rewriteZip(before, new Date(), (name, text) =>
    /sheet1\.xml$|sharedStrings/.test(name) ? change(text()) : undefined,
  )
  const sum = (content: Buffer) => createHash('sha256').update(content).digest('hex')
  const sums = path.join(folder, 'manifest-sha256.txt')
  await writeFile(sums, (await readFile(sums, 'utf8')).replace(sum(before), sum(after)))
  await writeFile(place, after)
}

/** Changes the manifest of an unpacked package, and its checksum with it. */
async function changeManifest(
  folder: string,
  change: (list: Record<string, unknown>) => void,
): Promise<void> {
  const place = path.join(folder, 'manifest.json')
  const before = await readFile(place)
  const manifest = JSON.parse(before.toString()) as Record<string, unknown>
  change(manifest)
  const after = Buffer.from(JSON.stringify(manifest))
  const sum = (content: Buffer) => createHash('sha256').update(content).digest('hex')
  const sums = path.join(folder, 'manifest-sha256.txt')
  await writeFile(sums, (await readFile(sums, 'utf8')).replace(sum(before), sum(after)))
  await writeFile(place, after)
}

describe('a manifest that lies about its list', () => {
  const listWith = (change: object) => (manifest: Record<string, unknown>) =>
    void (manifest['list'] = { ...(manifest['list'] as object), ...change })
  const lies: readonly (readonly [string, (manifest: Record<string, unknown>) => void, string])[] = [
    ['by leaving it out', (manifest) => void delete manifest['list'], 'manifest-unreadable'],
    ['by another document', listWith({ document: '别的.xlsx' }), 'manifest-unreadable'],
    ['by a field of no notice', listWith({ uses: [{ field: 'zzz', part: 'whole' }] }), 'manifest-unreadable'],
    ['by no columns', listWith({ uses: [] }), 'list-differs'],
    ['by rows further below', listWith({ headerRow: 10 }), 'list-differs'],
  ]
  it.each(lies)('does not verify: %s', async (_, change, code) => {
    const folder = await unpacked()
    await changeList(folder, (xml) => xml.replaceAll('沈阳', '北京'))
    await changeManifest(folder, change)
    expect(await verify(folder)).toMatchObject([{ ok: false, items: 0, problems: [{ code }] }])
  })

  it('by leaving one column out does not verify', async () => {
    const folder = await unpacked({ template: await foreign() })
    await changeManifest(folder, (manifest) => {
      const { uses } = manifest['list'] as { uses: ({ field: string } | null)[] }
      uses[uses.findIndex((use) => use?.field === 'phone')] = null
    })
    expect(await verify(folder)).toMatchObject([
      { ok: false, items: 0, problems: [{ code: 'list-differs' }] },
    ])
  })
})

describe('the package of a list', () => {
  it('in which a finding about one row is kept with a reason verifies', async () => {
    const rows = activityRows(60)
    const [, , third] = rows
    if (third) third.fields['phone'] = '12345'
    const waivers = [{ code: 'phone-unreadable', item: 'r3', reason: '只有分机' }]
    const { out } = await build(listOf(rows, { waivers }), { task: activities })
    expect(await verify(out)).toMatchObject([{ ok: true, items: 60, problems: [] }])
    const other = [{ code: 'phone-unreadable', item: 'r4', reason: '只有分机' }]
    const refused = await faultOf(build(listOf(rows, { waivers: other }), { task: activities }))
    expect(refused).toEqual({ code: 'submission-has-errors', errors: 1 })
  })

  it('is one zip with workbook and manifest, the workbook beside it, and verifies', async () => {
    const result = await build(listOf(activityRows(60)), { task: activities })
    expect(result).toMatchObject({ planned: 60, packed: 60 })
    expect((await readdir(result.out)).toSorted()).toEqual(
      [
        '2023年科普日计划开展重点活动清单-沈阳市科协.xlsx',
        '2023年科普日计划开展重点活动清单-沈阳市科协.zip',
        '报送核对单.html',
        '邮件.txt',
      ].toSorted(),
    )
    expect(result.documents.map((file) => path.extname(file))).toEqual(['.xlsx', '.txt', '.html'])
    expect(result.mails.map(({ attachments }) => attachments)).toEqual([[result.packages[0]?.path]])
    const folder = path.join(home, '解压')
    await unzipTo(result.packages[0]?.path ?? '', folder)
    expect((await readdir(folder)).toSorted()).toEqual(
      [inside, 'manifest-sha256.txt', 'manifest.json'].toSorted(),
    )
    expect(await readFile(path.join(folder, inside))).toEqual(await readFile(result.documents[0] ?? ''))
    const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({
      rows: [{ origins: [{ file: '沈河区.xlsx', row: 4 }] }, ...Array.from({ length: 59 }, () => ({}))],
      list: { document: inside, headerRow: 4, below: 0 },
    })
    expect(await verify(result.out)).toMatchObject([{ ok: true, items: 60 }])
    expect(await verify(folder)).toMatchObject([{ ok: true, items: 60 }])
  })

  it('is written into the clerk’s own workbook, optional columns or not, and verifies', async () => {
    const folder = await unpacked({ template: await foreign(), columns: ['region'] })
    expect(await verify(folder)).toMatchObject([{ ok: true, items: 60, problems: [] }])
  })

  it('whose workbook says other things than the manifest does not verify', async () => {
    const folder = await unpacked({ template: await foreign() })
    await changeList(folder, (xml) => xml.replace('老年健康义诊（第3场）', '另一场'))
    const item = inside
    const problem = {
      code: 'list-differs',
      item,
      row: 3,
      expected: '老年健康义诊（第3场）',
      actual: '另一场',
    }
    expect(await verify(folder)).toMatchObject([{ ok: false, items: 59, problems: [problem] }])
  })

  it('with a line more than was written does not verify', async () => {
    const folder = await unpacked({}, 60)
    const line =
      '<row r="65"><c r="A65" t="inlineStr"><is><t>61</t></is></c><c r="B65" t="inlineStr"><is><t>多出来的</t></is></c></row></sheetData>'
    await changeList(folder, (xml) => xml.replace('</sheetData>', line))
    expect(await verify(folder)).toMatchObject([
      {
        ok: false,
        items: 60,
        problems: [{ code: 'list-differs', row: 61, expected: '', actual: '61 多出来的' }],
      },
    ])
  })

  it('whose workbook cannot be read says so once', async () => {
    const folder = await unpacked({}, 60)
    await changeList(folder, () => '<worksheet/>')
    expect(await verify(folder)).toMatchObject([
      { ok: false, items: 0, problems: [{ code: 'list-differs', item: inside }] },
    ])
  })

  it('is not made when the copy of the clerk’s workbook is gone', async () => {
    const template = { ...(await foreign()), id: '0'.repeat(64) }
    const fault = await faultOf(build(listOf(activityRows(60), { template }), { task: activities }))
    expect(fault).toEqual({ code: 'template-unusable', path: 'a.xlsx', problem: 'copy-missing' })
    expect(await readdir(path.join(home, '输出')).catch(() => [])).toEqual([])
  })
})
