import { execFileSync } from 'node:child_process'
import { closeSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { openRegular, openRegularSync } from './open-regular.ts'

const folder = temporaryFolder()

it('opens a file to read', async () => {
  await writeFile(folder.path('a'), '一')
  await using handle = await openRegular(folder.path('a'))
  expect(await handle.readFile('utf8')).toBe('一')
  const opened = openRegularSync(folder.path('a'))
  expect(readFileSync(opened, 'utf8')).toBe('一')
  closeSync(opened)
})
it('what is not there is told as the system does', async () => {
  await expect(openRegular(folder.path('没有'))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(() => openRegularSync(folder.path('没有'))).toThrow('ENOENT')
})
it.skipIf(process.platform === 'win32')(
  'a folder, a pipe and a device are no files, and wait for nobody',
  async () => {
    await mkdir(folder.path('d'))
    execFileSync('mkfifo', [folder.path('p')])
    for (const place of [folder.path('d'), folder.path('p'), '/dev/null']) {
      await expect(openRegular(place)).rejects.toMatchObject({ code: 'EISDIR', path: place })
      expect(() => openRegularSync(place)).toThrow('EISDIR')
    }
  },
)
