import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where the keyboard is, as one hears it: role or tag, and name. `body` when it is lost. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'body'
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? ''
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim().replaceAll(/\s+/g, ' ')}`
  })

/** Fails when the keyboard does not come to rest on something. */
export async function notLost(page: Page, after: string): Promise<void> {
  await expect.poll(() => focused(page), { message: `focus ${after}`, timeout: 3000 }).not.toBe('body')
}

const margin = 6

/** The place of the focus on the screen, with what is drawn around it. */
async function around(
  page: Page,
): Promise<{ x: number; y: number; width: number; height: number } | undefined> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const box = await page.evaluate(() => {
    // A radio or checkbox is drawn by what stands around it.
    const active = document.activeElement
    // A heading that was only brought into focus so that the keyboard goes on from it is no stop of Tab.
    if (active instanceof HTMLElement && active.tabIndex < 0) return undefined
    const element = active?.closest('label') ?? active
    const { x, y, width: w, height: h } = element?.getBoundingClientRect() ?? new DOMRect()
    return { x, y, width: w, height: h }
  })
  if (!box) return undefined
  const x = Math.max(0, box.x - margin)
  const y = Math.max(0, box.y - margin)
  const clip = {
    x,
    y,
    width: Math.min(width, box.x + box.width + margin) - x,
    height: Math.min(height, box.y + box.height + margin) - y,
  }
  return clip.width > 1 && clip.height > 1 ? clip : undefined
}

/** Walks by Tab and notes each stop that cannot be seen. */
export interface Walk {
  /** Presses Tab (or Shift+Tab) until the keyboard is on what is called so. */
  to(name: RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>
  /** Stops that look the same with and without the keyboard on them. */
  readonly unseen: readonly string[]
}

export function walkOn(page: Page): Walk {
  const unseen: string[] = []
  const looked = new Set<string>()
  const step = async (key: string) => {
    const name = await focused(page)
    const clip = name === 'body' || looked.has(name) ? undefined : await around(page)
    looked.add(name)
    if (!clip) return page.keyboard.press(key)
    const picture = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
    const before = await picture()
    await page.keyboard.press(key)
    if (before.equals(await picture())) unseen.push(name)
  }
  return {
    unseen,
    async to(name, key = 'Tab') {
      const seen: string[] = []
      for (let turn = 0; turn < 80; turn += 1) {
        const now = await focused(page)
        if (name.test(now)) return
        seen.push(now)
        await step(key)
      }
      throw new Error(`never came to ${String(name)}, but to ${seen.join(' | ')}`)
    },
  }
}
