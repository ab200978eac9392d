import { readdirSync, readlinkSync } from 'node:fs'
import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { appDesk } from './app.fixture.ts'

const at = appDesk()
const content = Buffer.from(Array.from({ length: 1000 }, (_, byte) => byte % 251))
let film = ''

const claimed = async (name: string, bytes: Buffer | string = content) => {
  await writeFile(at.path(name), bytes)
  return `/file/${at.app.engine.claim(at.path(name))}`
}
beforeAll(async () => {
  film = await claimed('宣传片.mp4')
})

describe('a file behind an id', () => {
  test('is sent whole, and its head alone', async () => {
    const whole = await at.ask(film)
    expect([whole.status, whole.headers['content-type'], whole.headers['accept-ranges']]).toEqual([
      200,
      'video/mp4',
      'bytes',
    ])
    expect(whole.headers['content-disposition']).toBeUndefined()
    expect(whole.body.equals(content)).toBe(true)
    const head = await at.ask(film, { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0])
  })
  test.each([
    ['bytes=0-9', 0, 9],
    ['bytes=990-', 990, 999],
    ['bytes=-10', 990, 999],
  ])('is sent in part for %s', async (range, start, end) => {
    const part = await at.ask(film, { headers: { range } })
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes ${start}-${end}/1000`])
    expect(part.body.equals(content.subarray(start, end + 1))).toBe(true)
  })
  test('has no part behind its end', async () => {
    const { status, headers } = await at.ask(film, { headers: { range: 'bytes=1000-' } })
    expect([status, headers['content-range']]).toEqual([416, 'bytes */1000'])
  })
  test('is sent whole where it has changed since the part before', async () => {
    const { etag = '' } = (await at.ask(film)).headers
    const part = (tag: string) => at.ask(film, { headers: { range: 'bytes=0-9', 'if-range': tag } })
    expect([(await part(etag)).status, (await part('"old"')).status]).toEqual([206, 200])
  })
  test('is saved under a Chinese name that header splitters get no hold of', async () => {
    const name = '科普日 宣传素材"（第1包）\r\nx: y.zip'
    const { headers } = await at.ask(`${film}?${new URLSearchParams({ download: name }).toString()}`)
    const given = headers['content-disposition'] ?? ''
    expect(given).toMatch(/^attachment; filename="[ !#-~]*"; filename\*=UTF-8''[\w.%-]+$/)
    expect(decodeURIComponent(given.split("UTF-8''")[1] ?? '')).toBe('科普日 宣传素材"（第1包）__x: y.zip')
  })
  test.each(['页.html', '图.svg', '页.xhtml', '无', '说明.txt', '包.zip', '单.pdf'])(
    '%s is never shown as a page of ours',
    async (name) => {
      const { headers } = await at.ask(await claimed(name, '<script>alert(1)</script>'))
      expect(headers['content-security-policy']).toMatch(/^sandbox/)
      expect(headers['content-disposition']).toMatch(/^attachment/)
      expect(headers['content-type']).not.toMatch(/html|svg|xml$/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    },
  )
  test('that is empty is sent as such', async () => {
    const address = await claimed('空.jpg', '')
    expect(await at.ask(address)).toMatchObject({ status: 200, headers: { 'content-length': '0' } })
    expect((await at.ask(address, { headers: { range: 'bytes=0-' } })).status).toBe(416)
  })
  test.each(['unknown', '..', '%2e%2e%2fsecret.txt', 'a/b', ''])('%j is not there', async (id) => {
    expect((await at.ask(`/file/${id}`)).status).toBe(404)
  })
  test('is not there when it is a folder, a device, or gone', async () => {
    await mkdir(at.path('文件夹'))
    for (const place of [at.path('文件夹'), '/dev/zero', at.path('没有.jpg')])
      expect((await at.ask(`/file/${at.app.engine.claim(place)}`)).status).toBe(404)
  })
  test.skipIf(process.platform === 'win32')('is not waited for when it is a pipe', async () => {
    execFileSync('mkfifo', [at.path('管道.mp4')])
    expect((await at.ask(`/file/${at.app.engine.claim(at.path('管道.mp4'))}`)).status).toBe(404)
  })
})

describe.skipIf(process.platform !== 'linux')('a large file', () => {
  const opened = (name: string) =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === at.path(name)
      } catch {
        return false
      }
    })

  test('is closed when the reader hangs up', async () => {
    const address = await claimed('大.mp4', 'x')
    await truncate(at.path('大.mp4'), 2 ** 31)
    const asking = request({
      port: at.app.port,
      host: '127.0.0.1',
      path: address,
      headers: { cookie: at.cookie },
    })
    asking.on('error', () => undefined)
    await new Promise<void>((resolve) => {
      asking.on('response', (response) => response.once('data', () => resolve()))
      asking.end()
    })
    expect(opened('大.mp4')).toHaveLength(1)
    asking.destroy()
    for (let turn = 0; opened('大.mp4').length > 0; turn += 1) {
      if (turn > 500) throw new Error('it stayed open')
      await wait(10)
    }
  })
})
