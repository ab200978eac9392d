import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'

const folder = process.env['SHOTS']
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** A picture of the window as it is, in each size of screen, where SHOTS names a folder for them. */
export async function shot(page: Page, name: string): Promise<void> {
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.screenshot({ path: path.join(folder, `${name}-${size.width}x${size.height}.png`) })
  }
  if (before) await page.setViewportSize(before)
}
