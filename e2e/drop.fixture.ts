import type { Page } from 'playwright-core'

/** Drags files or folders of the disk over the window and lets them go, as the system's file manager does. */
export async function dropOn(page: Page, paths: readonly string[], at = { x: 700, y: 400 }): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
  await cdp.detach()
}

/** The same up to the moment before the files are let go. */
export async function hoverOver(
  page: Page,
  paths: readonly string[],
  at = { x: 700, y: 400 },
): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
}
