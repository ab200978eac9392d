import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The first page, filled in for a society: it owes two pieces only. */
export async function enterUnit(page: Page): Promise<void> {
  await page.getByText('省级学会').click()
  await page.getByLabel('单位名称').fill('辽宁省气象学会')
  await page.getByLabel('地区').fill('沈阳市')
  await page.getByLabel('联系人').fill('李四')
  await page.getByLabel('联系电话').fill('024-23221703')
  await page.getByRole('button', { name: '开始报送' }).click()
}

/** The one button that all the work leads to; packed before, it is 重新打包 beside 去发送. */
export const packButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^(一键打包|重新打包)$/ }).first()

/** The dialog that lies above everything. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true })

/** Resolves when all files are measured and judged. */
export async function measured(page: Page): Promise<void> {
  await page.getByText(/全部\s*\d/).waitFor({ timeout: 60_000 })
  const waiting = page.getByText(/正在检测|检测中|检测完就知道/)
  await expect.poll(() => waiting.count(), { timeout: 60_000 }).toBe(0)
}

/** From a task that can be packed to the page where its package is sent. */
export async function pack(page: Page): Promise<void> {
  await packButton(page).click()
  await startPacking(page)
  await page.getByText('打包完成，核对无误').waitFor({ timeout: 60_000 })
}

/** Resolves when nothing moves any more: dialogs have opened, messages have arrived. Spinners go on for ever. */
export const settled = async (page: Page): Promise<void> => {
  const moving = () =>
    page.evaluate(async () => {
      // What a click has set off begins with the next frame or the one after.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
      const ends = (one: Animation) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime))
      return document.getAnimations().filter((one) => one.playState === 'running' && ends(one)).length
    })
  await expect.poll(moving, { timeout: 10_000 }).toBe(0)
}

/** The field of a file in the grid. */
export const cell = (page: Page, field: string, file: string): Locator =>
  page.getByRole('textbox', { name: `${field} ${file}` })

/** Begins packing in the dialog, once it stands still: what moves under the pointer is not pressed. */
export async function startPacking(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: '开始打包' })
  await start.waitFor()
  await settled(page)
  await start.click()
}
