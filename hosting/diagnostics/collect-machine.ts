import { execFile } from 'node:child_process'
import { readdir, readFile, statfs } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Installation } from '../installation.ts'
import { type Bundle, tailOf } from './bundle.ts'
import { maskText } from './mask.ts'
import { maskLines } from './mask-json.ts'

const run = promisify(execFile)
const patienceMs = 5000
const mostSettings = 64 * 1024

/** Versions of the program and of what it works with, and how much room the data folder has. Loads no native part. */
export async function collectMachine(
  { version, folder, ffprobe }: Installation,
  dataDir: string,
  bundle: Bundle,
): Promise<void> {
  const { node, electron, chrome, v8 } = process.versions
  const machine: Record<string, unknown> = {
    program: version,
    installedIn: maskText(folder),
    dataDir: maskText(dataDir),
    node,
    electron,
    chrome,
    v8,
    system: { platform: process.platform, arch: process.arch, release: os.release(), version: os.version() },
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    cores: os.cpus().length,
    memory: { total: os.totalmem(), free: os.freemem() },
  }
  await bundle.attempt('sharp 的版本', async () => {
    machine['sharp'] = await sharpVersion(folder)
  })
  await bundle.attempt('libvips 的版本', async () => {
    machine['libvips'] = await libvipsVersion(folder)
  })
  await bundle.attempt('ffprobe 的版本', async () => {
    if (ffprobe === undefined) throw new Error('没有安装')
    const { stdout } = await run(ffprobe, ['-version'], { timeout: patienceMs, windowsHide: true })
    machine['ffprobe'] = stdout.split(/\r?\n/)[0]
  })
  await bundle.attempt('数据文件夹的剩余空间', async () => {
    const { bavail, blocks, bsize } = await statfs(dataDir)
    machine['disk'] = { free: bavail * bsize, total: blocks * bsize }
  })
  bundle.add('versions.json', JSON.stringify(machine, null, 2))
}

/** As its package states it: to load the library could end this process, if it is that which is broken. */
async function sharpVersion(folder: string): Promise<string> {
  const file = path.join(folder, 'node_modules', 'sharp', 'package.json')
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
}

async function libvipsVersion(folder: string): Promise<string> {
  const scope = path.join(folder, 'node_modules', '@img')
  const name = (await readdir(scope)).find((one) => one.startsWith('sharp-libvips-'))
  if (name === undefined) throw new Error('没有找到')
  const text = await readFile(path.join(scope, name, 'versions.json'), 'utf8')
  return `${(JSON.parse(text) as { vips: string }).vips} (${name})`
}

/** Ids and versions of the rule packs that are installed. */
export async function collectNotices({ resourcesDir }: Installation, bundle: Bundle): Promise<void> {
  await bundle.attempt('规则包', async () => {
    const folder = path.join(resourcesDir, 'notices')
    const names = (await readdir(folder)).filter(
      (one) => one.endsWith('.json') && !one.endsWith('.schema.json'),
    )
    const notices: unknown[] = []
    for (const file of names.toSorted())
      await bundle.attempt(`规则包 ${file}`, async () => {
        const text = await readFile(path.join(folder, file), 'utf8')
        const { id, version } = JSON.parse(text) as { id?: unknown; version?: unknown }
        notices.push({ file, id, version, bytes: Buffer.byteLength(text) })
      })
    bundle.add('notices.json', JSON.stringify(notices, null, 2))
  })
}

/** What the desktop remembers besides projects. */
export async function collectSettings(dataDir: string, bundle: Bundle): Promise<void> {
  for (const name of ['settings.json', 'window.json'])
    await bundle.attempt(`设置 ${name}`, async () => {
      const found = await tailOf(path.join(dataDir, 'desktop', name), mostSettings).catch(
        (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error)),
      )
      if (found) bundle.add(`settings/${name}`, maskLines(found.text))
    })
}
