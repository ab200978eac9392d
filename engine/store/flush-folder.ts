import { open } from 'node:fs/promises'

/** Makes names in a folder last through a power cut, where the system can flush a folder. Never fails. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close().catch(() => undefined)
}
