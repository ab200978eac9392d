import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { paperHtml, readPaper } from '../shared/paper/paper-html.ts'
import { closeBrowser, openBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { barriers } from './axe.fixture.ts'
import { focused, walkOn } from './keys.fixture.ts'
import { twoPhotos } from './material.fixture.ts'
import { seedReady } from './seed.fixture.ts'
import { shot } from './shot.fixture.ts'
import { measured, pack, settled } from './steps.fixture.ts'

let home: string
let app: RunningApp
beforeAll(async () => void (await openBrowser()))
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 打印 '))
  const folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  await seedReady(folders.dataDir, await twoPhotos(home))
  app = await startApp(folders)
})
afterEach(async () => {
  await app.stop()
  await rm(home, { recursive: true, force: true })
})
afterAll(closeBrowser)

/** A window on what was just packed, in which printing is only counted. */
async function packed(): Promise<{ page: Page; complaints: string[]; prints: () => Promise<number> }> {
  const opened = await openWindow(app, {
    beforeLoad: (page) =>
      page.addInitScript(() => {
        const counted = window as unknown as { prints: number }
        counted.prints = 0
        window.print = () => (counted.prints += 1)
      }),
  })
  const { page } = opened
  await measured(page)
  await pack(page)
  return { ...opened, prints: () => page.evaluate(() => (window as unknown as { prints: number }).prints) }
}
const sheets = (page: Page): Locator => page.locator('.print-paper .sheet')
const printButton = (page: Page): Locator => page.getByRole('button', { name: '打印', exact: true })
const preview = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '预览和打印' }).click()
  await sheets(page).first().waitFor()
}
const paperFile = async (name: string): Promise<string> =>
  path.join(app.out, (await readdir(app.out))[0] ?? '', name)

/** The checklist of a package with as many files again and again, as it would have been written. */
async function lengthen(rows: number): Promise<void> {
  const file = await paperFile('报送核对单.html')
  const paper = readPaper(await readFile(file, 'utf8'))
  if (!paper) throw new Error('no paper in the page')
  const blocks = paper.blocks.map((block) =>
    block.kind === 'table' ? { ...block, rows: Array(rows).fill(block.rows).flat() } : block,
  )
  await writeFile(file, paperHtml({ ...paper, blocks }))
}

test('what was packed is looked at as it will be printed, printed by the keyboard, and sent afterwards', async () => {
  const { page, complaints, prints } = await packed()
  await shot(page, 'send-first')
  expect(await page.locator('.package-body button.ant-btn-primary').allTextContents()).toEqual(['预览和打印'])
  await preview(page)
  expect(await focused(page)).toBe('h1 报送核对单')
  expect(await page.title()).toBe('报送核对单-辽宁省气象学会-宣传素材')
  const text = (await sheets(page).allTextContents()).join()
  for (const part of ['辽宁省气象学会', '李四', '384425222@qq.com', '科普大篷车进校园之2', '分管领导'])
    expect(text).toContain(part)
  await page.getByText(`共 ${await sheets(page).count()} 页`).waitFor()
  await settled(page)
  await shot(page, 'checklist')

  await page.keyboard.press('Control+p')
  await page.getByRole('heading', { name: '已打开打印窗口' }).waitFor()
  expect(await prints()).toBe(1)
  await page.getByRole('button', { name: '返回发送' }).click()
  await page.getByText('先送审签').waitFor()
  expect(await page.getByText('已打开打印窗口').count()).toBe(1)
  expect(await page.locator('.package-body button.ant-btn-primary').allTextContents()).toEqual(['复制'])
  await shot(page, 'send-printed')

  await page.goBack()
  await sheets(page).first().waitFor()
  await page.reload()
  await sheets(page).first().waitFor()
  await printButton(page).click()
  await expect.poll(prints).toBe(1)
  expect(complaints).toEqual([])
})

test('printed are the sheets and nothing of the window, each on a page of its own', async () => {
  const { page } = await packed()
  await lengthen(60)
  await preview(page)
  const count = await sheets(page).count()
  expect(count).toBeGreaterThan(2)
  const widthOf = async () => Math.round((await sheets(page).first().boundingBox())?.width ?? 0)
  // Whatever the zoom, and whatever lies above the page.
  await page.getByText('整页', { exact: true }).click()
  await expect.poll(widthOf).toBeLessThan(600)
  await page.getByRole('button', { name: '全部报送' }).click()
  await page.getByRole('dialog').waitFor()
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  if (process.env['SHOTS']) await writeFile(path.join(process.env['SHOTS'], 'window.pdf'), pdf)
  const source = pdf.toString('latin1')
  expect(source.match(/\/Type\s*\/Page\b/g)).toHaveLength(count)
  const boxes = source.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)
  const sizes = Array.from(boxes, ([, width, height]) => [Number(width), Number(height)].map(Math.round))
  // A4 in points.
  expect(sizes).toEqual(Array.from({ length: count }, () => [595, 842]))

  await page.emulateMedia({ media: 'print' })
  expect(await sheets(page).first().isVisible()).toBe(true)
  expect(await widthOf()).toBe(794)
  for (const part of [page.getByRole('navigation'), page.locator('.print-head'), page.getByRole('dialog')])
    expect(await part.first().isVisible()).toBe(false)
  const texts = await page.evaluate(() => document.body.innerText.trim())
  expect(texts).toBe('')
})

test('lines break at any size where they break in print', async () => {
  const { page } = await packed()
  await preview(page)
  const heights = () =>
    sheets(page)
      .locator('tr')
      .evaluateAll((rows) => rows.map((row) => row instanceof HTMLElement && row.offsetHeight))
  await page.getByText('100%', { exact: true }).click()
  const printed = await heights()
  await page.setViewportSize({ width: 1280, height: 600 })
  await page.getByText('整页', { exact: true }).click()
  await settled(page)
  expect(await heights()).toEqual(printed)
})

test('a task with a page on rights shows it beside the checklist, and says that nobody asks for it', async () => {
  const { page, complaints } = await packed()
  await page.getByRole('button', { name: '权属与授权声明（可选）' }).click()
  await sheets(page).getByText('同意主办单位及其委托的媒体').waitFor()
  await page.getByText('通知没有要求这一张').waitFor()
  expect(await page.title()).toBe('权属与授权声明-辽宁省气象学会-宣传素材')
  await settled(page)
  await shot(page, 'statement')
  const barred = await barriers(page)

  await page.getByText('报送核对单', { exact: true }).last().click()
  await sheets(page).getByText('文件清单').waitFor()
  expect([...barred, ...(await barriers(page))]).toEqual([])
  await page.goBack()
  await sheets(page).getByText('同意主办单位及其委托的媒体').waitFor()
  expect(complaints).toEqual([])
})

test('a paper that was changed by others, or is gone, is not printed; packing again brings a new one', async () => {
  const { page, prints } = await packed()
  const file = await paperFile('报送核对单.html')
  await writeFile(file, '<p>改过</p>')
  await page.getByRole('button', { name: '预览报送核对单.html' }).click()
  await page.getByText(/被别的程序改过，不能照着打印/).waitFor()
  expect(await printButton(page).isDisabled()).toBe(true)
  await page.keyboard.press('Control+p')
  expect(await barriers(page)).toEqual([])
  await shot(page, 'changed')
  await rename(path.dirname(file), `${path.dirname(file)}-移走`)
  await page.reload()
  await page.getByText(/报送核对单\.html”不在/).waitFor()
  expect(await prints()).toBe(0)

  await page.getByRole('button', { name: '重新打包' }).click()
  await page.getByRole('button', { name: '开始打包' }).click()
  await page.getByText('打包完成，核对无误').waitFor()
  await preview(page)
  await page.getByText('第 2 次打的包').waitFor()
})

test('a package that is not the newest, or was changed since, says so above its paper', async () => {
  const { page } = await packed()
  await preview(page)
  const address = page.url()
  await page.getByRole('button', { name: /宣传素材/ }).click()
  await page.getByRole('textbox', { name: '题目 IMG_1201.JPG' }).fill('另一个题目')
  await page.goto(address)
  await page.getByText('打包以后又改过，这个包不是最新的内容').waitFor()
  await settled(page)
  await shot(page, 'outdated')
  await page.getByRole('button', { name: '重新打包' }).click()
  await page.getByRole('button', { name: '开始打包' }).click()
  await page.getByText('打包完成，核对无误').waitFor()
  await page.goto(address)
  await page.getByText('这是第 1 次打的包，后来又打了第 2 次，还没有发').waitFor()
  await page.getByRole('button', { name: '看最新的' }).click()
  await page.getByText('第 2 次打的包').waitFor()
})

test('on a low screen at 150 % the paper has the larger part of the window, and every button is in sight', async () => {
  const { page } = await packed()
  await preview(page)
  await page.setViewportSize({ width: 911, height: 512 })
  await settled(page)
  if (process.env['SHOTS']) await page.screenshot({ path: path.join(process.env['SHOTS'], 'low.png') })
  const title = await page.locator('.print-title').boundingBox()
  const choices = await page.locator('.print-choices').boundingBox()
  expect(choices?.y).toBeGreaterThan((title?.y ?? 0) + (title?.height ?? 0))
  const desk = await page.locator('.print-desk').boundingBox()
  expect(desk?.height).toBeGreaterThan(512 / 2)
  expect(await page.locator('.print-desk').evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  for (const button of [printButton(page), page.getByRole('button', { name: '返回发送' })]) {
    const { x = -1, width = 0 } = (await button.boundingBox()) ?? {}
    expect(x >= 0 && x + width <= 911).toBe(true)
  }
})

test('the preview is used without a mouse, and one always sees where the keyboard is', async () => {
  const { page, prints } = await packed()
  const walk = walkOn(page)
  await walk.to(/^button 预览和打印$/)
  await page.keyboard.press('Enter')
  await sheets(page).first().waitFor()
  await walk.to(/^input .*适合宽度/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Math.round((await sheets(page).first().boundingBox())?.width ?? 0)).toBe(794)
  await walk.to(/^button 打印$/)
  await page.keyboard.press('Enter')
  await expect.poll(prints).toBe(1)
  await walk.to(/^region 报送核对单预览$/)
  await page.keyboard.press('PageDown')
  await expect.poll(() => page.locator('.print-desk').evaluate((desk) => desk.scrollTop)).toBeGreaterThan(100)
  await walk.to(/^button 返回发送$/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByText('先送审签').waitFor()
  expect(walk.unseen).toEqual([])
})
