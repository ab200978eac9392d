import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { barriers } from './axe.fixture.ts'
import { dropOn } from './drop.fixture.ts'
import { seedRows } from './seed.fixture.ts'
import { dialog, settled } from './steps.fixture.ts'

const fixtures = path.join(import.meta.dirname, '..', 'engine', 'lists', 'fixtures')
const county = path.join(fixtures, 'counties', '01-和平区.xlsx')
const official = path.join(fixtures, 'templates', 'official-annex2.xlsx')

const activity = (id: string, name: string) => ({
  id,
  fields: {
    name,
    time: '9月17日',
    place: '沈阳科学宫',
    host: '沈阳市科协',
    form: '讲座报告',
    brief: '组织市民观看科普影片，讲解其中的科学知识，发放资料。',
    contact: '赵六',
    phone: '024-23221703',
  },
})

let home: string
let fresh: RunningApp
let filled: RunningApp
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 清单 '))
  const folders = (name: string) => ({ dataDir: path.join(home, name), out: path.join(home, '输出') })
  await seedRows(folders('fresh').dataDir, [])
  const twins = ['全国科普日主场活动启动仪式', '全国科普日主场活动启动仪式（沈阳）']
  await seedRows(
    folders('filled').dataDir,
    twins.map((name, index) => activity(`row-${index}`, name)),
  )
  ;[fresh, filled] = await Promise.all([startApp(folders('fresh')), startApp(folders('filled'))])
})
afterAll(async () => {
  await closeBrowser()
  await Promise.all([fresh.stop(), filled.stop()])
  await rm(home, { recursive: true, force: true })
})

async function openList(app: RunningApp) {
  const opened = await openWindow(app)
  await opened.page.getByRole('button', { name: /重点活动清单/ }).click()
  return opened
}
const closed = (page: Page): Promise<void> => expect.poll(() => dialog(page).count()).toBe(0)
/** Where the keyboard is: a name, or the kind of place. */
const keyboard = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: one } = document
    return one?.closest('[role="grid"]') ? 'sheet' : (one?.textContent?.trim() ?? '')
  })
/** Drops a county's table and waits until it is read. */
async function dropTable(page: Page): Promise<void> {
  await dropOn(page, [county])
  await dialog(page).waitFor({ timeout: 60_000 })
  await settled(page)
}

test('what an import brought is taken back and done again, and the same file brings nothing', async () => {
  const { page, complaints } = await openList(fresh)
  await page.getByText('把各单位报来的表格拖到这里').waitFor()
  await dropTable(page)
  expect(await barriers(page)).toEqual([])
  await dialog(page)
    .getByRole('button', { name: /^导入 \d+ 项/ })
    .click()
  await closed(page)
  await page.getByText(/^已导入/).waitFor()
  expect(await keyboard(page)).toBe('sheet')

  await page.keyboard.press('Control+z')
  await page.getByText('把各单位报来的表格拖到这里').waitFor()
  await page.keyboard.press('Control+y')
  await page.getByRole('grid').waitFor()

  await dropTable(page)
  const apply = dialog(page).getByRole('button', { name: '清单里都有了' })
  await apply.waitFor()
  expect(await apply.isEnabled()).toBe(false)
  await page.keyboard.press('Escape')
  await closed(page)
  expect(complaints).toEqual([])
})

test('the dialogs of a list bar the way to nobody, and give the keyboard back', async () => {
  const { page, complaints } = await openList(filled)
  await page.getByRole('grid').waitFor()
  const found: Record<string, string[]> = { list: await barriers(page) }

  const template = page.getByRole('button', { name: '清单样式' })
  await template.click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog(page).getByRole('button', { name: '选择官方空白表…' }).click(),
  ])
  await chooser.setFiles(official)
  await dialog(page).getByRole('button', { name: '用这张表' }).waitFor()
  found['template'] = await barriers(page)
  await page.keyboard.press('Escape')
  await closed(page)
  expect(await keyboard(page)).toBe('清单样式')

  await page.getByRole('button', { name: '可能重复 1' }).click()
  await dialog(page).getByText('第 1 对，共 1 对').waitFor()
  found['alike'] = await barriers(page)
  // Beside the dialog nothing is taken back either.
  await page.mouse.click(4, 400)
  await page.keyboard.press('Control+z')
  await dialog(page).getByRole('button', { name: '不是同一个活动' }).click()
  await dialog(page).getByText('没有可能重复的活动了').waitFor()
  await expect.poll(() => keyboard(page)).toMatch(/^关\s?闭$/)
  await page.mouse.click(4, 400)
  await page.keyboard.press('Control+z')
  await settled(page)
  expect(await dialog(page).getByText('没有可能重复的活动了').isVisible()).toBe(true)
  await dialog(page).getByRole('button', { name: '撤销上一步' }).click()
  await dialog(page).getByText('第 1 对，共 1 对').waitFor()
  await page.keyboard.press('Escape')
  await closed(page)
  // The button that led here was gone in between.
  expect(await keyboard(page)).toBe('sheet')

  await page.getByRole('gridcell').first().click()
  await dropTable(page)
  found['import'] = await barriers(page)
  await page.keyboard.press('Escape')
  await closed(page)
  expect(await keyboard(page)).toBe('sheet')
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])))
  expect(complaints).toEqual([])
})
