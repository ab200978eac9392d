import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { barriers } from './axe.fixture.ts'
import { exported, importForm, tableOf } from './form.fixture.ts'
import { twoPhotos } from './material.fixture.ts'
import { seedReady } from './seed.fixture.ts'
import { dialog, enterUnit, measured, pack, packButton } from './steps.fixture.ts'

let home: string
let fresh: RunningApp
let ready: RunningApp
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 无障碍 '))
  const folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  await seedReady(folders.dataDir, await twoPhotos(home))
  ;[fresh, ready] = await Promise.all([startApp(), startApp(folders)])
})
afterAll(async () => {
  await closeBrowser()
  await Promise.all([fresh.stop(), ready.stop()])
  await rm(home, { recursive: true, force: true })
})

/** Closes the dialog and waits until it is gone. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog(page).count()).toBe(0)
}

test('from the first page to a task full of problems nothing bars the way', async () => {
  const { page } = await openWindow(fresh)
  await page.getByText('第一次使用').waitFor()
  const found: Record<string, string[]> = {}
  const look = async (place: string) => (found[place] = await barriers(page))
  await look('first page')
  await page.getByRole('button', { name: '开始报送' }).click()
  await look('first page with problems')
  await enterUnit(page)
  await page.getByText('拖到这里').waitFor()
  await look('empty task')
  await page.getByRole('button', { name: '用示例试一试' }).click()
  await measured(page)
  await page.getByText('必须改').waitFor()
  await look('task with problems, board beside it')
  await page
    .getByTitle(/^看 .*的检查结果$/)
    .first()
    .click()
  await page.getByRole('group', { name: '检查结果' }).waitFor()
  await look('details of a file')
  await packButton(page).click()
  await page.getByText('还不能打包').waitFor()
  await look('pack dialog, blocked')
  await leave(page)
  await page.getByRole('button', { name: '全部报送' }).click()
  await dialog(page).getByText('正在办理').waitFor()
  await look('projects')
  await leave(page)
  const { book } = await exported(page, '导出说明表')
  const table = tableOf(book, '简介')
  for (const row of table.rows) table.cell(row, '简介').value = '在 Excel 里写的简介'
  const filled = path.join(home, '填好的.xlsx')
  await book.xlsx.writeFile(filled)
  await importForm(page, filled)
  await dialog(page)
    .getByText(/新填 \d+ 处|修改 \d+ 处/)
    .first()
    .waitFor()
  await look('form import')
  await leave(page)
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])))
})

test('packing and sending bar the way to nobody', async () => {
  const { page } = await openWindow(ready)
  await measured(page)
  await page.getByText('都齐了，可以打包').first().waitFor()
  const found: Record<string, string[]> = { 'ready task': await barriers(page) }
  await packButton(page).click()
  await page.getByRole('button', { name: '开始打包' }).waitFor()
  found['pack dialog'] = await barriers(page)
  await leave(page)
  await pack(page)
  await page.getByRole('button', { name: '我已发送' }).waitFor()
  found['send page'] = await barriers(page)
  await page.getByRole('button', { name: '我已发送' }).click()
  await page.getByText('这一项办完了').waitFor()
  found['send page, sent'] = await barriers(page)
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])))
})
