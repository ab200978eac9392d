import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDesktop } from './desktop.ts'

let folder = ''
const here = (...names: string[]) => path.join(folder, ...names)
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-桌面-'))
  await mkdir(here('照片'))
  await writeFile(here('照片', '图 1.jpg'), 'x')
  await writeFile(here('xdg-open'), `#!/bin/sh\nprintf '%s|' "$@" >> "$RECORD"\n`)
  await chmod(here('xdg-open'), 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  const desktop = (more: NodeJS.ProcessEnv) =>
    createDesktop({ PATH: folder, RECORD: here('record'), ...more }, 'linux')

  test('the folder is shown, never the file opened, and addresses go to the browser', async () => {
    const { reveal, browse } = desktop({ DISPLAY: ':0' })
    expect(await reveal(here('照片', '图 1.jpg'))).toBe(true)
    expect(await reveal(here('照片'))).toBe(true)
    expect(await browse('http://127.0.0.1:1/?token=$(x)')).toBe(true)
    const opened = [here('照片'), here('照片'), 'http://127.0.0.1:1/?token=$(x)', '']
    expect((await readFile(here('record'), 'utf8')).split('|')).toEqual(opened)
  })
  test('nothing is shown without a desktop, without its program, or when it is gone', async () => {
    expect(await desktop({}).reveal(folder)).toBe(false)
    expect(await desktop({ DISPLAY: ':0', PATH: here('照片') }).reveal(folder)).toBe(false)
    expect(await desktop({ DISPLAY: ':0' }).reveal(here('没有'))).toBe(false)
  })
})
