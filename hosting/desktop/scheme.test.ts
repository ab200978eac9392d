import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { answerScheme } from './scheme.ts'
import { type TroubleContent, troubleContent } from './trouble-page.ts'
import { listWindowFiles } from './window-files.ts'

const root = mkdtempSync(path.join(tmpdir(), 'kepuri-scheme-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const windowFolder = path.join(root, 'window')
mkdirSync(path.join(windowFolder, 'assets'), { recursive: true })
writeFileSync(path.join(windowFolder, 'index.html'), '<p>页面</p>')
writeFileSync(path.join(windowFolder, 'assets', 'a.js'), 'export {}')
writeFileSync(path.join(root, 'secret.txt'), 'secret')
const video = path.join(root, '科普 100%.mp4')
writeFileSync(video, '0123456789')
writeFileSync(path.join(root, 'empty.jpg'), '')
writeFileSync(path.join(root, 'page.html'), '<script>alert(1)</script>')

const known: Readonly<Record<string, string>> = {
  video,
  empty: path.join(root, 'empty.jpg'),
  page: path.join(root, 'page.html'),
  folder: root,
  gone: path.join(root, 'gone.jpg'),
}
const files = listWindowFiles(windowFolder)
let trouble: TroubleContent | undefined
const ask = (url: string, init: RequestInit = {}) =>
  answerScheme(
    { url, method: init.method ?? 'GET', headers: new Headers(init.headers) },
    { files, locate: async (id) => known[id], trouble: () => trouble },
  )

describe('the page', () => {
  test('is served with its types and a policy that loads nothing from elsewhere', async () => {
    const html = await ask('kepuri://window/index.html')
    expect([html.status, html.headers.get('content-type'), await html.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>页面</p>',
    ])
    expect(html.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(html.headers.get('x-content-type-options')).toBe('nosniff')
    const script = await ask('kepuri://window/assets/a.js?v=1')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })
  test.each([
    'kepuri://window/../secret.txt',
    'kepuri://window/%2e%2e/secret.txt',
    'kepuri://window/..%2fsecret.txt',
    'kepuri://window/..%5csecret.txt',
    'kepuri://window/assets/../../secret.txt',
    'kepuri://window/assets',
    'kepuri://window/',
    'kepuri://window/%',
    'kepuri://window//etc/passwd',
    'kepuri://other/index.html',
    `kepuri://window${path.join(root, 'secret.txt')}`,
  ])('opens nothing else: %s', async (url) => {
    const answer = await ask(url)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  })
  test.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
  ])('is held by its policy: %s', async (name, allowed) => {
    const answer = await ask('kepuri://window/index.html')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toContain(`${name} ${allowed}`)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/)
  })
  test('is only read', async () => {
    expect((await ask('kepuri://window/index.html', { method: 'POST' })).status).toBe(405)
  })
})

describe('the page in place of the page', () => {
  const shown = {
    title: '窗口出错了',
    lead: '“<script>alert(1)</script>”&',
    parts: [{ title: '一', found: '"二"', advice: ['三'] }],
    reference: 'abcd1234',
    acts: [['reopen', '重新打开']],
  } as const
  test('is there while something is wrong, runs nothing and loads nothing', async () => {
    expect((await ask('kepuri://trouble/')).status).toBe(404)
    trouble = troubleContent(shown, (reference) => `编号 ${reference}`)
    const answer = await ask('kepuri://trouble/')
    const html = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    )
    expect(html).not.toMatch(/<script|src=|https?:/)
    expect(html).toContain('“&lt;script&gt;alert(1)&lt;/script&gt;”&amp;')
    expect(html).toContain('<a href="kepuri://trouble/reopen"')
    expect(html).toContain('编号 abcd1234')
    expect((await ask('kepuri://trouble/reopen')).status).toBe(404)
  })
})

describe('the content of an item', () => {
  const part = async (range?: string) => {
    const answer = await ask('kepuri://content/video', range ? { headers: { range } } : {})
    return [answer.status, answer.headers.get('content-range'), await answer.text()]
  }
  test('comes whole without a range', async () => expect(await part()).toEqual([200, null, '0123456789']))
  test.each([
    ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=0-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=-0', 416, 'bytes */10', ''],
    ['bytes=5-2', 200, null, '0123456789'],
    ['bytes=0-1,4-5', 200, null, '0123456789'],
    ['lines=1-2', 200, null, '0123456789'],
  ])('comes by range %s', async (range, ...expected) => expect(await part(range)).toEqual(expected))
  test('tells its type and that it can be sought in', async () => {
    const { headers } = await ask('kepuri://content/video', { method: 'HEAD' })
    expect([
      headers.get('content-type'),
      headers.get('accept-ranges'),
      headers.get('content-length'),
    ]).toEqual(['video/mp4', 'bytes', '10'])
  })
  test('is bytes and runs nothing, whatever it is', async () => {
    const { headers } = await ask('kepuri://content/page')
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })
  test('may be empty', async () => expect((await ask('kepuri://content/empty')).status).toBe(200))
  test.each([
    'folder',
    'gone',
    'unknown',
    '',
    '%',
    'video/..%2f',
    '..%2fsecret.txt',
    encodeURIComponent(video),
  ])('is not there: %s', async (id) => expect((await ask(`kepuri://content/${id}`)).status).toBe(404))
  test('is let go when the window hangs up', async () => {
    const answer = await ask('kepuri://content/video')
    await answer.body?.cancel()
  })
})
