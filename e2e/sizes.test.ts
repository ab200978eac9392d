import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser, openBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { shot } from './shot.fixture.ts'
import { photosWithProblems, twoPhotos } from './material.fixture.ts'
import { seedProject, seedReady } from './seed.fixture.ts'
import { dialog, measured, pack, packButton, settled } from './steps.fixture.ts'

let home: string
let fresh: RunningApp
let troubled: RunningApp
let ready: RunningApp
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 大小 '))
  const folders = (name: string) => ({ dataDir: path.join(home, name), out: path.join(home, `${name} 输出`) })
  await seedProject(path.join(home, '有问题'), await photosWithProblems(home))
  await seedReady(path.join(home, '可以打包'), await twoPhotos(home))
  ;[fresh, troubled, ready] = await Promise.all([
    startApp(),
    startApp(folders('有问题')),
    startApp(folders('可以打包')),
  ])
})
afterAll(async () => {
  await closeBrowser()
  await Promise.all([fresh.stop(), troubled.stop(), ready.stop()])
  await rm(home, { recursive: true, force: true })
})

interface Screen {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly zoom: number
}
/** Screens of clerks; in CSS pixels, at 150 % as Windows sets them up. */
const screens: readonly Screen[] = [
  { name: '1366×768', width: 1366, height: 768, zoom: 1 },
  { name: '1920×1080', width: 1920, height: 1080, zoom: 1 },
  { name: '1366×768 at 150 %', width: 911, height: 512, zoom: 1.5 },
  { name: '1920×1080 at 150 %', width: 1280, height: 720, zoom: 1.5 },
]

async function openOn(app: RunningApp, { width, height, zoom }: Screen): Promise<Page> {
  const browser = await openBrowser()
  const viewport = { width, height }
  const context = await browser.newContext({ viewport, deviceScaleFactor: zoom, locale: 'zh-CN' })
  return (await openWindow(app, { context })).page
}

/** What does not fit the screen, in words; `main` is a button that must be in sight as a whole. */
async function misfits(page: Page, main?: string): Promise<string[]> {
  await settled(page)
  return page.evaluate((wanted) => {
    const found: string[] = []
    const shown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const nameOf = (element: Element) =>
      element.textContent?.trim() || element.getAttribute('aria-label') || '?'
    const inside = ({ left, top, right, bottom }: DOMRect) =>
      left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5
    const root = document.documentElement
    for (const element of [root, document.body])
      if (element.scrollWidth > innerWidth) found.push(`the page is ${element.scrollWidth} wide`)
    for (const button of document.querySelectorAll<HTMLElement>('button, [role="button"]')) {
      if (!shown(button)) continue
      // What ends in … by intent has its whole text in a title.
      const cut = [button, ...button.querySelectorAll<HTMLElement>('*')].find(
        (part) =>
          part.scrollWidth > part.clientWidth + 1 &&
          part.clientWidth > 0 &&
          getComputedStyle(part).overflowX !== 'visible' &&
          !part.matches('.only-for-readers, .only-for-readers *, [title], [title] *'),
      )
      const wide = button.clientWidth > 0 && button.scrollWidth > button.clientWidth + 1
      if (cut || (wide && !button.querySelector('.only-for-readers')))
        found.push(`cut: ${nameOf(button)} (${button.scrollWidth} > ${button.clientWidth})`)
    }
    for (const one of document.querySelectorAll('.ant-modal'))
      if (shown(one) && !inside(one.getBoundingClientRect()))
        found.push(`dialog beyond the screen: ${JSON.stringify(one.getBoundingClientRect())}`)
    if (wanted !== undefined) {
      const all = [...document.querySelectorAll('button')].filter((one) => nameOf(one) === wanted)
      const last = all.findLast(shown)
      if (!last) found.push(`no ${wanted}`)
      else if (!inside(last.getBoundingClientRect()))
        found.push(`${wanted} beyond the screen: ${JSON.stringify(last.getBoundingClientRect())}`)
      else {
        const { left, top, width, height } = last.getBoundingClientRect()
        if (!last.contains(document.elementFromPoint(left + width / 2, top + height / 2)))
          found.push(`${wanted} is covered`)
      }
    }
    return found
  }, main)
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog(page).count()).toBe(0)
}

describe.each(screens)('a screen of $name', (screen) => {
  test('holds the first page and an empty task', async () => {
    const page = await openOn(fresh, screen)
    await page.getByText('第一次使用').waitFor()
    const found: Record<string, string[]> = { first: await misfits(page) }
    await page.getByRole('button', { name: /宣传素材/ }).click()
    await page.getByText('拖到这里').waitFor()
    found['empty'] = await misfits(page, '一键打包')
    await page.getByRole('button', { name: '请填写单位信息' }).click()
    await dialog(page).getByText('单位名称').waitFor()
    found['unit'] = await misfits(page)
    await page.context().close()
    expect(found).toEqual({ first: [], empty: [], unit: [] })
  })

  test('holds a task with problems, its details, its selection and its dialogs', async () => {
    const page = await openOn(troubled, screen)
    await measured(page)
    const found: Record<string, string[]> = { task: await misfits(page, '一键打包') }
    const check = page.getByTitle(/^看 .*的检查结果$/).first()
    await check.click()
    await page.getByRole('group', { name: '检查结果' }).waitFor()
    // On a small screen they lie over the grid and what is below it, until Escape.
    found['details'] = await misfits(page)
    await page.keyboard.press('Escape')
    found['details left'] = await misfits(page, '一键打包')
    const close = page.getByRole('button', { name: '关闭' })
    if (await close.isVisible()) await close.click()
    await packButton(page).click()
    await page.getByText('还不能打包').waitFor()
    found['blocked'] = await misfits(page, '关闭')
    await leave(page)
    await page.getByRole('button', { name: '全部报送' }).click()
    await dialog(page).getByText('正在办理').waitFor()
    found['projects'] = await misfits(page, '新建一份报送')
    await leave(page)
    await page.getByRole('checkbox', { name: '选中列出的全部文件' }).check()
    found['selection'] = await misfits(page, '一键打包')
    await page.getByRole('button', { name: '统一填写…' }).click()
    await dialog(page).getByText('填哪一项').waitFor()
    found['fill'] = await misfits(page, '请先填写内容')
    await page.context().close()
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])))
  })

  test('holds packing and sending', async () => {
    const page = await openOn(ready, screen)
    await measured(page)
    await packButton(page).click()
    await page.getByRole('button', { name: '开始打包' }).waitFor()
    const found: Record<string, string[]> = { preflight: await misfits(page, '开始打包') }
    await leave(page)
    await pack(page)
    await page.getByRole('button', { name: '我已发送' }).waitFor()
    found['send'] = await misfits(page)
    await shot(page, `sizes-send-${screen.width}`)
    await page.context().close()
    expect(found).toEqual({ preflight: [], send: [] })
  })
})
