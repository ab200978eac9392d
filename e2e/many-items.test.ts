import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { manyPictures } from './material.fixture.ts'
import { seedProject } from './seed.fixture.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 很多 '))
})
afterAll(async () => {
  await closeBrowser()
  await rm(home, { recursive: true, force: true })
})

/** A window on a project of so many files, all of them measured. */
async function windowWith(count: number): Promise<{ app: RunningApp; page: Page }> {
  const folders = { dataDir: path.join(home, `data ${count}`), out: path.join(home, '输出') }
  await seedProject(folders.dataDir, await manyPictures(home, count))
  const app = await startApp(folders)
  const { page } = await openWindow(app)
  await page
    .getByText(`全部${count}`)
    .or(page.getByText(`全部 ${count}`))
    .waitFor({ timeout: 120_000 })
  await expect.poll(() => page.getByText(/正在检测/).count(), { timeout: 300_000, interval: 500 }).toBe(0)
  return { app, page }
}

/** Counts tasks of more than 50 ms on the window's thread from now on. */
const watchLongTasks = (page: Page) =>
  page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { longTasks: seen })
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => seen.push(Math.round(duration))),
    ).observe({ entryTypes: ['longtask'] })
  })
const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)

/** Frames between a key and the letter on the screen, for each key. */
async function framesToShow(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { framesToShow: frames })
    addEventListener(
      'keydown',
      () => {
        const field = document.activeElement as HTMLTextAreaElement
        const before = field.value
        let count = 0
        const look = () => {
          count += 1
          if (field.value === before && count < 60) requestAnimationFrame(look)
          else frames.push(count)
        }
        requestAnimationFrame(look)
      },
      true,
    )
  })
  const shown = () => page.evaluate(() => (window as unknown as { framesToShow: number[] }).framesToShow)
  for (const letter of text) await page.keyboard.press(letter)
  await expect.poll(async () => (await shown()).length).toBe(text.length)
  return shown()
}

/** What the tab's process and its threads hold that is theirs alone, in MB. */
async function tabMegabytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const sizes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(rendererMegabytes)
  return Math.max(...(await Promise.all(sizes)))
}

async function rendererMegabytes(pid: string): Promise<number> {
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (!words.includes('--type=renderer')) return 0
  const memory = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const own = ['Private_Clean', 'Private_Dirty'].map((kind) =>
    Number(new RegExp(`${kind}:\\s+(\\d+)`).exec(memory)?.[1] ?? 0),
  )
  return Math.round(own.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024)
}

describe('many files', () => {
  test(
    'two thousand of them are typed in and scrolled without long pauses',
    { timeout: 400_000 },
    async () => {
      const { app, page } = await windowWith(2000)
      const cdp = await page.context().newCDPSession(page)
      const cell = page.getByRole('textbox', { name: '题目 IMG_00003.JPG' })
      await cell.click()
      await watchLongTasks(page)
      const frames = await framesToShow(page, 'abcdefghijklmnopqrst')
      // A frame or two; now and then the machine itself is busy.
      expect(frames.filter((count) => count > 2).length).toBeLessThanOrEqual(2)
      await page.waitForTimeout(1500)
      const typing = await longTasks(page)
      for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 1500)
      await page.waitForTimeout(500)
      const scrolling = (await longTasks(page)).slice(typing.length)
      const memory = await tabMegabytes(cdp)
      console.log({ frames, typing, scrolling, memory })
      expect(typing.filter((ms) => ms > 100)).toEqual([])
      expect(memory).toBeLessThan(300)
      await app.stop()
    },
  )

  // A minute of work: run with LARGE=1.
  test.runIf(process.env['LARGE'])(
    'ten thousand of them open and scroll to the end',
    { timeout: 900_000 },
    async () => {
      const { app, page } = await windowWith(10_000)
      const cdp = await page.context().newCDPSession(page)
      await page.getByRole('textbox', { name: '题目 IMG_00003.JPG' }).click()
      await page.mouse.wheel(0, 10_000 * 100)
      await page.getByRole('textbox', { name: '题目 IMG_09999.JPG' }).waitFor()
      console.log({ memory: await tabMegabytes(cdp) })
      await app.stop()
    },
  )
})
