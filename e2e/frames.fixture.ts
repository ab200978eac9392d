import { readdir, readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Counts tasks of more than 50 ms on the window's thread from now on. */
export const watchLongTasks = (page: Page) =>
  page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { longTasks: seen })
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => seen.push(Math.round(duration))),
    ).observe({ entryTypes: ['longtask'] })
  })
export const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)

/** Frames between a key and the letter on the screen, for each key. */
export async function framesToShow(page: Page, text: string): Promise<number[]> {
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
export async function tabMegabytes(cdp: CDPSession): Promise<number> {
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
