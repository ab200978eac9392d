import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { shot } from './shot.fixture.ts'
import { dialog, settled } from './steps.fixture.ts'

let app: RunningApp
beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.stop())
afterAll(closeBrowser)

test('the diagnostics are downloaded from the first page and from the list of projects, also while the engine is dead', async () => {
  const { page, complaints } = await openWindow(app)
  const link = page.getByRole('button', { name: '导出诊断信息' })
  await link.scrollIntoViewIfNeeded()
  await shot(page, 'diagnostics-start')
  const [first] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(first.suggestedFilename()).toMatch(/^科普日报送助手-诊断信息-\d{8}-\d{4}\.zip$/)
  expect((await readFile(await first.path())).subarray(0, 2).toString()).toBe('PK')
  await page.getByText('诊断包已下载').waitFor()

  await page.getByRole('button', { name: '全部报送' }).click()
  const inDialog = dialog(page).getByRole('button', { name: '导出诊断信息' })
  await inDialog.waitFor()
  await settled(page)
  await shot(page, 'diagnostics-projects')
  for (const pid of await app.engines()) process.kill(pid, 'SIGKILL')
  const [second] = await Promise.all([page.waitForEvent('download'), inDialog.click()])
  expect((await readFile(await second.path())).subarray(0, 2).toString()).toBe('PK')
  expect(complaints).toEqual([])
})
