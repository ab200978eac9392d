import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { dropOn } from './drop.fixture.ts'
import { shot } from './shot.fixture.ts'
import { dialog, pack, settled } from './steps.fixture.ts'

const counties = path.join(import.meta.dirname, '..', 'engine', 'lists', 'fixtures', 'counties')
const program = path.join(import.meta.dirname, '..', 'out', 'cli', 'kepuri.js')

let home: string
let app: RunningApp
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 清单 '))
  app = await startApp({ dataDir: path.join(home, 'data'), out: path.join(home, '输出') })
})
afterEach(async () => {
  await app.stop()
  await rm(home, { recursive: true, force: true })
})
afterAll(closeBrowser)

/** The first page filled in for a city, and its list opened. */
async function openList(): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await openWindow(app)
  await page.getByText(/^各市/).first().click()
  await page.getByLabel('单位名称').fill('沈阳市科协')
  await page.getByLabel('地区').fill('沈阳市')
  await page.getByLabel('联系人').fill('李四')
  await page.getByLabel('联系电话').fill('024-23221703')
  await page.getByRole('button', { name: '开始报送' }).click()
  await page.getByRole('button', { name: /重点活动清单/ }).click()
  await page.getByText('把各单位报来的表格拖到这里').waitFor()
  return { page, complaints }
}

const countyFiles = async (): Promise<string[]> =>
  (await readdir(counties))
    .filter((name) => /\.(?:xlsx?|et|csv|docx)$/.test(name))
    .toSorted()
    .map((name) => path.join(counties, name))

/** Drops tables and waits until they are read. */
async function dropTables(page: Page, files: readonly string[]): Promise<void> {
  await dropOn(page, files)
  await dialog(page)
    .getByRole('button', { name: /^导入 \d+ 项/ })
    .waitFor({ timeout: 60_000 })
  await settled(page)
}
const importAll = async (page: Page): Promise<void> => {
  await dialog(page)
    .getByRole('button', { name: /^导入 \d+ 项/ })
    .click()
  await page.getByText(/^已导入/).waitFor()
  await settled(page)
}
/** The cell of an activity in a column of the sheet, brought into view by looking for the activity's name. */
async function cellOf(page: Page, name: string, label: string): Promise<Locator> {
  await page.getByPlaceholder('查找活动、单位、来源文件').fill(name)
  const row = page.getByRole('row').filter({ hasText: name })
  await row.waitFor()
  await settled(page)
  const header = page.getByRole('columnheader', { name: new RegExp(`^${label}`) }).first()
  return row.locator(`[role="gridcell"][aria-colindex="${await header.getAttribute('aria-colindex')}"]`)
}
/** Puts a text on the clipboard of the page and presses Ctrl+V, as Excel's copy would come. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

describe('a list put together from ten counties’ tables', () => {
  test('is mended, packed, and says in the written workbook what the window said', async () => {
    const { page, complaints } = await openList()
    await shot(page, 'list-empty')
    await dropTables(page, await countyFiles())
    await shot(page, 'list-import')
    // Nothing is taken from the hidden sheet, and every line is accounted for.
    expect(await dialog(page).getByText('隐藏的表（未选）').count()).toBe(1)
    await dialog(page)
      .getByText(/读到 120 行/)
      .waitFor()

    // One mapping is corrected: nobody could know that 乡镇 is to be the region.
    await dialog(page).getByText('汇总', { exact: true }).click()
    const town = dialog(page).getByRole('combobox', { name: '“乡镇”对应清单的哪一列' })
    await town.fill('地区')
    await page.keyboard.press('Enter')
    await dialog(page)
      .getByText(/显示这些可选列：地区、/)
      .waitFor()
    await settled(page)
    await shot(page, 'list-mapping')
    await importAll(page)
    await page.getByText('共 79／60 项').waitFor()
    await shot(page, 'list')

    // A likely duplicate is made one row, with both origins.
    await page.getByRole('button', { name: '可能重复 3' }).click()
    await dialog(page).getByText('第 1 对，共 3 对').waitFor()
    await settled(page)
    await shot(page, 'list-alike')
    await dialog(page).getByRole('button', { name: '合成一行' }).click()
    await dialog(page).getByText('第 2 对，共 3 对').waitFor()
    await dialog(page).getByRole('button', { name: '不是同一个活动' }).click()
    await dialog(page).getByText('第 3 对，共 3 对').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('共 78／60 项').waitFor()

    // A damaged phone is mended by its button; three other faults are written over or taken out.
    await (await cellOf(page, '花卉组培技术体验', '联系电话')).click()
    await page.getByRole('button', { name: '改为 024-23221703' }).click()
    await (await cellOf(page, '平罗湾湿地水质检测', '联系电话')).click()
    await page.keyboard.type('15041455447')
    await page.keyboard.press('Enter')
    await (await cellOf(page, '心理健康减压工作坊', '联系人')).click()
    await page.keyboard.type('王芳')
    await page.keyboard.press('Enter')
    await (await cellOf(page, '中医药文化体验日', '活动时间')).dblclick()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2023年9月21日')
    await page.keyboard.press('Enter')
    await page.getByPlaceholder('查找活动、单位、来源文件').fill('')
    await page.getByText('百名院士专家进校园报告会').first().waitFor()

    // Two rows are pasted below the last one.
    await page.keyboard.press('Control+End')
    await page.getByRole('button', { name: '加一行', exact: true }).click()
    await settled(page)
    const lines = ['科普电影放映', '天文望远镜体验'].map((name, index) =>
      [name, `9月${20 + index}日`, '科学宫', '沈阳科学宫', '', '其他', '组织市民观看科普影片，讲解其中的科学知识。', '赵六', '024-23221703'].join('\t'),
    ) // prettier-ignore
    await paste(page, `${lines.join('\n')}\n`)
    await page.getByText(/共 80／60 项/).waitFor()
    await shot(page, 'list-mended')

    await pack(page)
    await shot(page, 'list-packed')
    const [folder = ''] = await readdir(app.out)
    const written = path.join(app.out, folder)
    const [workbookName = ''] = (await readdir(written)).filter((name) => name.endsWith('.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path.join(written, workbookName))
    const rows: string[][] = []
    workbook.worksheets[0]?.eachRow((row) => {
      rows.push(
        Array.from({ length: workbook.worksheets[0]?.columnCount ?? 0 }, (_, at) => row.getCell(at + 1).text),
      )
    })
    const header = rows.find((row) => row.includes('活动名称')) ?? []
    const at = (label: string) => header.indexOf(label)
    const rowOf = (name: string) => rows.find((row) => row[at('活动名称')] === name) ?? []
    expect(rowOf('花卉组培技术体验')[at('联系电话')]).toBe('024-23221703')
    expect(rowOf('平罗湾湿地水质检测')[at('联系电话')]).toBe('15041455447')
    expect(rowOf('心理健康减压工作坊')[at('联系人')]).toBe('王芳')
    expect(rowOf('科普电影放映')[at('主办单位')]).toBe('沈阳科学宫')
    expect(header).toContain('地区')
    expect(rows.filter((row) => /^\d+$/.test(row[at('序号')] ?? ''))).toHaveLength(80)
    // The command line reads the workbook back, and says the same of it.
    const unit = path.join(home, 'unit.json')
    const { writeFile } = await import('node:fs/promises')
    await writeFile(
      unit,
      JSON.stringify({ name: '沈阳市科协', class: 'city', region: '沈阳市', contact: '李四', phone: '024-23221703' }),
    ) // prettier-ignore
    const words = ['activities', path.join(written, workbookName), '--unit', unit, '--json']
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], {
      env: { ...process.env, KEPURI_DATA_DIR: path.join(home, 'cli') },
      maxBuffer: 32 * 1024 * 1024,
    })
    const again = JSON.parse(stdout) as { rows: unknown[]; findings: { severity: string }[] }
    expect(again.rows).toHaveLength(80)
    expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(complaints).toEqual([])
  })
})
