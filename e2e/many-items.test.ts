import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { framesToShow, longTasks, tabMegabytes, watchLongTasks } from './frames.fixture.ts'
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

describe('many files', () => {
  test(
    'of two thousand only those in sight are drawn while they are typed in and scrolled',
    { timeout: 400_000 },
    async () => {
      const { app, page } = await windowWith(2000)
      const cdp = await page.context().newCDPSession(page)
      const cell = page.getByRole('textbox', { name: '题目 IMG_00003.JPG' })
      await cell.click()
      await watchLongTasks(page)
      const frames = await framesToShow(page, 'abcdefghijklmnopqrst')
      await page.waitForTimeout(1500)
      const typing = await longTasks(page)
      for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 1500)
      await page.waitForTimeout(500)
      const scrolling = (await longTasks(page)).slice(typing.length)
      const memory = await tabMegabytes(cdp)
      // How long it took is told and not judged: the machine may be busy with something else.
      console.log({ frames, typing, scrolling, memory })
      expect(await page.getByRole('row').count()).toBeLessThan(100)
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
