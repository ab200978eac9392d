import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { dropOn } from './drop.fixture.ts'
import { twoPhotos } from './material.fixture.ts'
import { enterUnit, startPacking } from './steps.fixture.ts'
import { unzipped } from './unzipped.fixture.ts'

let app: RunningApp
let home: string
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 素材 '))
  app = await startApp()
})
afterAll(async () => {
  await closeBrowser()
  await app.stop()
  await rm(home, { recursive: true, force: true })
})

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

const write = async (page: Page, field: string, file: string, text: string) =>
  page.getByRole('textbox', { name: `${field} ${file}` }).fill(text)

test('a clerk drops a folder, describes the photos, packs them, downloads the zip and sends it', async () => {
  const folder = await twoPhotos(home)
  const { page, complaints } = await openWindow(app)
  await enterUnit(page)

  await dropOn(page, [folder])
  await page.getByText('添加了 2 个文件').waitFor()
  // Folder and camera have told the title and the time already.
  const title = page.getByRole('textbox', { name: '题目 IMG_1201.JPG' })
  await expect.poll(() => title.inputValue(), { timeout: 20_000 }).toBe('科普大篷车进校园')
  const takenAt = page.getByRole('textbox', { name: '拍摄时间 IMG_1201.JPG' })
  expect(await takenAt.inputValue()).toBe('2023年5月20日')

  await page.getByRole('button', { name: '一键打包' }).click()
  await page.getByText('还不能打包').waitFor()
  await page.keyboard.press('Escape')

  await write(page, '题目', 'IMG_1202.JPG', '风力发电模型')
  await write(page, '拍摄者或来源', 'IMG_1201.JPG', '张三 摄')
  await write(page, '拍摄地点', 'IMG_1201.JPG', '沈阳市沈河区文化路小学')
  await write(page, '简介', 'IMG_1201.JPG', '市科协联合文化路小学开展科普大篷车进校园活动，学生体验科学。')
  // Down the column instead of typing again.
  for (const field of ['拍摄者或来源', '拍摄地点', '简介']) {
    await page.getByRole('textbox', { name: `${field} IMG_1202.JPG` }).focus()
    await page.keyboard.press('Control+d')
  }
  const below = page.getByRole('textbox', { name: '拍摄者或来源 IMG_1202.JPG' })
  await expect.poll(() => below.inputValue()).toBe('张三 摄')
  await page.getByText('可以打包').first().waitFor()

  await page.getByRole('button', { name: '一键打包' }).click()
  await startPacking(page)
  await page.getByText('打包完成，核对无误').waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /下载/ }).first().click(),
  ])
  const name = download.suggestedFilename()
  expect(name).toMatch(/^科普日宣传素材-辽宁省气象学会.*\.zip$/)
  const files = await unzipped(await readFile(await download.path()))
  const packed = files.get('图片/辽宁省气象学会（沈阳市）-科普大篷车进校园.jpg')
  expect(packed && sha256(packed)).toBe(sha256(await readFile(path.join(folder, 'IMG_1201.JPG'))))
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['说明文档.docx', '说明文档.xlsx', 'manifest.json', 'manifest-sha256.txt']),
  )
  expect(await readdir(app.out)).toHaveLength(1)

  await page.getByRole('button', { name: '我已发送' }).click()
  await page
    .getByText(/已发送 \d+月\d+日/)
    .first()
    .waitFor()
  await page.waitForTimeout(200)
  await page.reload()
  await page
    .getByText(/已发送 \d+月\d+日/)
    .first()
    .waitFor()
  expect(complaints).toEqual([])
})
