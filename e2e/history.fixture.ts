import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { cmykTiff, deepPng, jpeg, lzwTiff, type OldPhotos, plainTiff } from '../cli/old-photos.fixture.ts'
import { dropOn } from './drop.fixture.ts'
import { cell, measured } from './steps.fixture.ts'
import { unzipped } from './unzipped.fixture.ts'

/** Six pictures that can be sent, the second in the band where it depends on how 1MB is counted. */
export const sound: OldPhotos = {
  '1号.jpg': () => jpeg(0, 1_048_576),
  '2号.JPEG': () => jpeg(1, 1_000_000),
  '3号.png': () => deepPng(2),
  '4号.tif': () => lzwTiff(3),
  '5号.tiff': () => plainTiff(4),
  '6号.tif': () => cmykTiff(5),
}
export const names: readonly string[] = Object.keys(sound)

export const toTask = (page: Page, title: string): Promise<void> =>
  page
    .getByRole('button', { name: new RegExp(title) })
    .first()
    .click()

export async function drop(page: Page, folder: string, count: number): Promise<void> {
  await dropOn(page, [folder])
  await page.getByText(`添加了 ${count} 个文件`).waitFor()
  await measured(page)
}

/** Opens what was found about a file. */
export async function look(page: Page, file: string): Promise<void> {
  await page.getByRole('textbox', { name: /查找/ }).fill(file)
  await page.getByTitle(`看 ${file} 的检查结果`).click()
}

export async function reads(page: Page, ...texts: readonly (string | RegExp)[]): Promise<void> {
  for (const text of texts) await page.getByText(text).filter({ visible: true }).first().waitFor()
}

export const pane = (page: Page): Locator => page.getByRole('region', { name: '详情' })

export async function declare(page: Page): Promise<void> {
  for (const text of [/影像清晰完整/, /无权属纠纷/])
    await pane(page).getByRole('checkbox', { name: text }).check()
}

/** Writes a field of all files: in the first, then down the column. */
export async function writeDown(
  page: Page,
  field: string,
  files: readonly string[],
  text: string,
): Promise<void> {
  const [first = '', ...others] = files
  await cell(page, field, first).fill(text)
  for (const file of others) {
    await cell(page, field, file).focus()
    await page.keyboard.press('Control+d')
  }
}

/** The package as the browser saves it. */
export async function downloaded(page: Page): Promise<{ name: string; files: Map<string, Buffer> }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /下载/ }).first().click(),
  ])
  return { name: download.suggestedFilename(), files: await unzipped(await readFile(await download.path())) }
}

/** The cells of a workbook's first sheet, row by row. */
export async function cellsOf(workbook: Buffer | undefined): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(workbook ?? []).buffer)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: 7 }, (_, index) => row.getCell(index + 1).text))
  })
  return rows
}

/** Resolves when a picture is shown that is at least so many pixels wide by its own content. */
export async function expectPicture(page: Page, selector: string, width: number): Promise<void> {
  const shown = () =>
    page
      .locator(selector)
      .first()
      .evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))
  await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThanOrEqual(width)
}
