import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { exported, importForm, tableOf } from './form.fixture.ts'
import { twoPhotos } from './material.fixture.ts'
import { seedProject } from './seed.fixture.ts'
import { cell, dialog, measured } from './steps.fixture.ts'

let home: string
let app: RunningApp
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 表格 '))
  const folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  await seedProject(folders.dataDir, await twoPhotos(home))
  app = await startApp(folders)
})
afterAll(async () => {
  await closeBrowser()
  await app.stop()
  await rm(home, { recursive: true, force: true })
})

test('a form goes out to Excel, comes back filled in, is looked over, applied, and taken back', async () => {
  const { page, complaints } = await openWindow(app)
  await measured(page)
  const { name, book } = await exported(page, '导出说明表')
  expect(name).toBe('说明表-宣传素材-辽宁省气象学会.xlsx')
  await page.getByText('说明表已导出，共 2 行').waitFor()

  const table = tableOf(book, '简介')
  expect(table.columns).toEqual(expect.arrayContaining(['题目', '拍摄者或来源', '拍摄地点', '简介']))
  expect(table.rows).toHaveLength(2)
  table.rows.forEach((row, index) => {
    table.cell(row, '拍摄者或来源').value = '王五 摄'
    table.cell(row, '简介').value = `在 Excel 里写的第${index + 1}条简介`
  })
  const filled = path.join(home, '填好的.xlsx')
  await book.xlsx.writeFile(filled)

  await importForm(page, filled)
  await dialog(page).getByText('新填 4 处').waitFor()
  for (const text of ['在 Excel 里写的第1条简介', '在 Excel 里写的第2条简介', 'IMG_1201.JPG'])
    expect(await dialog(page).getByText(text).first().isVisible()).toBe(true)
  // Nothing is changed before the clerk says so.
  expect(await cell(page, '简介', 'IMG_1201.JPG').inputValue()).toBe('')
  await page.getByRole('button', { name: '应用 4 处修改' }).click()
  await page.getByText('已应用 4 处修改').waitFor()
  expect(await cell(page, '简介', 'IMG_1202.JPG').inputValue()).toBe('在 Excel 里写的第2条简介')
  expect(await cell(page, '拍摄者或来源', 'IMG_1201.JPG').inputValue()).toBe('王五 摄')

  await expect.poll(() => dialog(page).count()).toBe(0)
  await page.keyboard.press('Control+z')
  for (const file of ['IMG_1201.JPG', 'IMG_1202.JPG'])
    for (const field of ['简介', '拍摄者或来源'])
      await expect.poll(() => cell(page, field, file).inputValue()).toBe('')
  await page.keyboard.press('Control+y')
  await expect.poll(() => cell(page, '简介', 'IMG_1201.JPG').inputValue()).toBe('在 Excel 里写的第1条简介')

  // The same form once more has nothing to say.
  await importForm(page, filled)
  await dialog(page).getByText('表里的内容和现在的一样，没有要改的').waitFor()
  await page.keyboard.press('Escape')
  expect(complaints).toEqual([])
})

test('rows of other files are passed over and named, and a form with a mistake changes nothing', async () => {
  const { page } = await openWindow(app)
  await measured(page)
  const { book } = await exported(page, '导出说明表')
  const table = tableOf(book, '简介')
  const [first] = table.rows
  const column = table.columns.find((title) => /文件/.test(title)) ?? ''
  if (first) table.cell(first, column).value = '别处的照片.JPG'
  const foreign = path.join(home, '别人的.xlsx')
  await book.xlsx.writeFile(foreign)
  await importForm(page, foreign)
  await dialog(page).getByText('1 行的文件不在列表里，没有导入：别处的照片.JPG').waitFor()
  await page.keyboard.press('Escape')
  if (first) table.cell(first, column).value = ''
  await book.xlsx.writeFile(foreign)
  await importForm(page, foreign)
  await dialog(page).getByText('才能导入').waitFor()
  await page.getByRole('button', { name: '知道了' }).click()
})

test('the list of problems opens in Excel and names each file and what is wrong with it', async () => {
  const { page } = await openWindow(app)
  await measured(page)
  const { name, book, file } = await exported(page, '导出问题清单')
  expect(name).toBe('问题清单-宣传素材-辽宁省气象学会.xlsx')
  expect((await readFile(file)).subarray(0, 2).toString('latin1')).toBe('PK')
  const texts: string[] = []
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(({ text }) => texts.push(text))))
  const all = texts.join('\n')
  for (const one of ['IMG_1201.JPG', 'IMG_1202.JPG']) expect(all).toContain(one)
  expect(all).toMatch(/拍摄地点/)
})
