import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import ExcelJS from 'exceljs'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { activityRows, foreignTemplate, listOf, tablesOf } from '../lists/list.fixture.ts'
import { rewriteZip } from '../documents/rewrite-zip.ts'

const opened: Awaited<ReturnType<typeof openEngine>>[] = []
async function engineWith(name: string, content: Buffer) {
  const engine = await openEngine()
  opened.push(engine)
  const file = path.join(engine.folder, name)
  await writeFile(file, content)
  const target = path.join(engine.folder, '清单.xlsx')
  const template = engine.claim(file)
  const out = engine.claim(target)
  return { engine, file, template, target, out, written: () => readFile(target) }
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((engine) => engine.close()))
})

const notice = 'liaoning-2023'
const task = 'activities'

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('表'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a blank workbook of the clerk’s own', () => {
  it('is understood, kept, and filled in whatever becomes of the file', async () => {
    const { engine, template, target, out, written } = await engineWith(
      '附件2.xlsx',
      await foreignTemplate('official-annex2'),
    )
    const known = await engine.client['list.template']({ notice, task, claim: template })
    expect(known).toMatchObject({ missing: [], unused: ['参与人数'] })
    expect(known.template).toMatchObject({ name: '附件2.xlsx', sheet: '附件2', headerRow: 4 })
    expect(await readdir(path.join(engine.folder, 'data/templates'))).toEqual([`${known.template.id}.xlsx`])
    await writeFile(path.join(engine.folder, '附件2.xlsx'), '')
    const submission = listOf(activityRows(40), { template: known.template })
    expect(await engine.client['list.write']({ notice, submission, out })).toEqual({
      path: target,
      rows: 40,
    })
    const [table] = await tablesOf(await written())
    expect(table?.sheet).toBe('附件2')
    expect(table?.lines.at(-1)?.row).toBe(45)
  })

  it('whose copy is gone or was changed is asked for again', async () => {
    const { engine, template, out } = await engineWith('a.xlsx', await foreignTemplate('plain-annex2'))
    const { template: known } = await engine.client['list.template']({ notice, task, claim: template })
    await writeFile(path.join(engine.folder, 'data/templates', `${known.id}.xlsx`), 'else')
    const submission = listOf(activityRows(1), { template: known })
    expect(await faultOf(engine.client['list.write']({ notice, submission, out }))).toEqual({
      code: 'template-unusable',
      path: 'a.xlsx',
      problem: 'copy-missing',
    })
  })

  it('that lacks columns says which', async () => {
    const content = await workbook((sheet) =>
      sheet.addRow(['序号', '活动名称', '活动时间', '联系人及电话', '经费']),
    )
    const { engine, template } = await engineWith('a.xlsx', content)
    const { missing, unused } = await engine.client['list.template']({ notice, task, claim: template })
    expect({ missing, unused }).toEqual({
      missing: ['活动地点', '主办单位', '活动内容简介'],
      unused: ['经费'],
    })
  })

  const macros = async () =>
    rewriteZip(await foreignTemplate('plain-annex2'), new Date(), (name, text) =>
      name === '[Content_Types].xml'
        ? text().replace(
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main',
            'vnd.ms-excel.sheet.macroEnabled.main',
          )
        : undefined,
    )
  it.each([
    ['other-format', async () => Buffer.from('序号,活动名称,活动时间\n')],
    [
      'other-format',
      () => readFile(path.join(import.meta.dirname, '../fixtures/tables/form-libreoffice.xls')),
    ],
    ['other-format', macros],
    ['damaged', async () => (await foreignTemplate('plain-annex2')).subarray(0, 3000)],
    [
      'too-large',
      async () => Buffer.concat([await foreignTemplate('plain-annex2'), Buffer.alloc(21 * 1024 * 1024)]),
    ],
    ['no-header', () => workbook((sheet) => sheet.addRow(['姓名', '工号']))],
    [
      'merged-rows',
      () =>
        workbook((sheet) => {
          sheet.addRow(['序号', '活动名称', '活动时间', '活动地点'])
          sheet.mergeCells('B2:B3')
        }),
    ],
  ])('that cannot be filled in is refused: %s', async (problem, make) => {
    const { engine, file, template } = await engineWith('a.xlsx', await make())
    const fault = await faultOf(engine.client['list.template']({ notice, task, claim: template }))
    expect(fault).toEqual({ code: 'template-unusable', path: file, problem })
    expect(engine.bugs).toEqual([])
  })
})

it('the list is written whatever its verdict, in the workbook that is shipped', async () => {
  const { engine, target, out, written } = await engineWith('x', Buffer.alloc(0))
  const { unit: _, ...submission } = listOf([{ id: 'r1', fields: { name: '=短', phone: '1' } }])
  expect(await engine.client['list.write']({ notice, submission, out })).toEqual({
    path: target,
    rows: 1,
  })
  const [table] = await tablesOf(await written())
  expect(table?.lines.at(-1)).toMatchObject({
    row: 5,
    cells: [{ text: '1' }, '=短', '', '', '', '', '', '', '', '1'],
  })
})

it('a task of files has no list', async () => {
  const { engine, out } = await engineWith('x', Buffer.alloc(0))
  const fault = await faultOf(
    engine.client['list.write']({ notice, submission: listOf([], { task: 'media' }), out }),
  )
  expect(fault).toMatchObject({ code: 'task-of-other-kind' })
})
