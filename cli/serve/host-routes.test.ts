import { readdirSync } from 'node:fs'
import { rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { appDesk, ask } from './app.fixture.ts'

const at = appDesk()
const idOf = (answer: { json(): unknown }) => (answer.json() as { claim: string }).claim

const endpoints = [
  ['GET', '/'],
  ['GET', '/assets/index-a1b2.js'],
  ['GET', '/file/x'],
  ['POST', '/call'],
  ['PUT', '/host/drops/drop-guard/x'],
  ['POST', '/host/drops/drop-guard'],
  ['POST', '/host/drops/drop-guard/discard'],
  ['POST', '/host/out'],
  ['POST', '/host/saves'],
  ['POST', '/host/reveal'],
  ['POST', '/host/diagnostics'],
  ['GET', '/host/diagnostics/00000000-0000-4000-8000-000000000000'],
] as const

describe.each(endpoints)('%s %s', (method, address) => {
  const body = method === 'GET' ? undefined : '{}'
  const from = (headers: Record<string, string>) =>
    ask(at.app.port, address, { method, headers, ...(body && { body }) })
  const host = () => `127.0.0.1:${at.app.port}`

  test('is for whoever has the token', async () => {
    for (const cookie of ['', `kepuri-${at.app.port}=guess`, at.cookie.replace('kepuri', 'other')])
      expect((await from({ cookie })).status).toBe(401)
  })
  test('is not for pages of other origins', async () => {
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1', `https://${host()}`])
      expect((await from({ cookie: at.cookie, origin })).status).toBe(403)
  })
  test('is not for pages on another port of this machine, nor elsewhere', async () => {
    for (const site of ['same-site', 'cross-site'])
      expect((await from({ cookie: at.cookie, 'sec-fetch-site': site })).status).toBe(403)
    const { status } = await from({ cookie: at.cookie, 'sec-fetch-site': 'same-origin' })
    expect([401, 403, 405, 421, 500]).not.toContain(status)
  })
  test('is not for names that were bound to this machine', async () => {
    for (const bound of ['evil.example', `evil.example:${at.app.port}`, '127.0.0.1:1'])
      expect((await from({ cookie: at.cookie, host: bound })).status).toBe(421)
  })
  test('is for our own page', async () => {
    const { status } = await from({ cookie: at.cookie, origin: `http://${host()}` })
    expect([401, 403, 405, 421, 500]).not.toContain(status)
  })
  test('knows no other method', async () => {
    for (const other of ['DELETE', 'PATCH', 'OPTIONS', method === 'GET' ? 'POST' : 'GET'])
      expect((await at.ask(address, { method: other })).status).toBe(405)
  })
})

test('nothing reached the disk without the token', () => {
  // The two that our own page was let through for, above.
  expect(readdirSync(at.path('data', 'downloads'))).toHaveLength(2)
})

describe.each(['/host/drops/drop-bodies', '/host/out', '/host/saves', '/host/reveal', '/host/diagnostics'])(
  'POST %s',
  (address) => {
    test.each(['', 'no json', '[]', 'null', '3', '{"name":3,"id":3}'])('with the body %j', async (body) => {
      const { status } = await at.ask(address, { method: 'POST', body })
      const lenient = body.startsWith('{') && !['/host/saves', '/host/reveal'].includes(address)
      expect(status).toBe(lenient ? 200 : 400)
    })
    test('with a body that never ends is refused', async () => {
      const body = JSON.stringify({ name: 'x'.repeat(100_000), id: 'x' })
      expect((await at.ask(address, { method: 'POST', body })).status).toBe(413)
    })
  },
)

describe('the output folder', () => {
  test('is made when it is asked for, and keeps its claim', async () => {
    const first = await at.post('/host/out', {})
    expect(first.json()).toEqual({ claim: expect.any(String), shown: at.path('文档', '科普日报送') })
    expect((await stat(at.path('文档', '科普日报送'))).isDirectory()).toBe(true)
    expect((await at.post('/host/out', {})).json()).toEqual(first.json())
    expect(await at.app.engine.locate(idOf(first))).toBe(at.path('文档', '科普日报送'))
  })
})

describe('a file to be saved', () => {
  test.each([
    ['说明表.xlsx', '说明表.xlsx'],
    ['../../x.xlsx', '.xlsx'],
    ['C:\\x.xlsx', 'x.xlsx'],
    ['con.txt', '_con.txt'],
    ['...', '科普日报送'],
    [`${'长'.repeat(300)}.xlsx`, '.xlsx'],
  ])('%s gets a place of its own under a name that can be made', async (name, ending) => {
    const place = (await at.app.engine.locate(idOf(await at.post('/host/saves', { name })))) ?? ''
    expect(path.dirname(path.dirname(place))).toBe(at.path('data', 'downloads'))
    expect(path.basename(place)).toMatch(new RegExp(`${ending.replaceAll('.', String.raw`\.`)}$`))
    await writeFile(place, '表')
  })
  test('is downloaded by its claim once it is written', async () => {
    const claim = idOf(await at.post('/host/saves', { name: '问题清单.xlsx' }))
    expect((await at.ask(`/file/${claim}`)).status).toBe(404)
    await writeFile((await at.app.engine.locate(claim)) ?? '', '表')
    const { status, body } = await at.ask(`/file/${claim}?download=${encodeURIComponent('问题清单.xlsx')}`)
    expect([status, body.toString()]).toEqual([200, '表'])
  })
})

test('what has an id is shown in the file manager, and nothing else', async () => {
  const claim = at.app.engine.claim(at.path('secret.txt'))
  expect((await at.post('/host/reveal', { id: claim })).json()).toEqual({ shown: true })
  expect((await at.post('/host/reveal', { id: '/etc/passwd' })).json()).toEqual({ shown: false })
  expect(at.revealed).toEqual([at.path('secret.txt')])
})

describe('the diagnostics', () => {
  const make = async () => (await at.post('/host/diagnostics', {})).json() as { id: string; name: string }

  test('are written and downloaded as a zip, with the engine dead', async () => {
    const { engine } = at.app
    process.kill(engine.pid() ?? 0, 'SIGKILL')
    const { id, name } = await make()
    expect(name).toMatch(/^科普日报送助手-诊断信息-\d{8}-\d{4}\.zip$/)
    const { status, body, headers } = await at.ask(
      `/host/diagnostics/${id}?download=${encodeURIComponent(name)}`,
    )
    expect([status, body.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(headers['content-disposition']).toContain(encodeURIComponent(name))
  })
  test('are nothing to whoever guesses', async () => {
    const address = '/host/diagnostics/00000000-0000-4000-8000-000000000000'
    expect((await at.ask(address)).status).toBe(404)
  })
  test('are gone once they were downloaded, and not when they were only looked at', async () => {
    const { id } = await make()
    const address = `/host/diagnostics/${id}`
    expect((await at.ask(address, { method: 'HEAD' })).status).toBe(200)
    expect((await at.ask(address, { headers: { range: 'bytes=0-1' } })).status).toBe(206)
    expect(readdirSync(at.path('data', 'downloads'))).toContain(id)
    expect((await at.ask(address)).status).toBe(200)
    await expect.poll(() => readdirSync(at.path('data', 'downloads'))).not.toContain(id)
    expect((await at.ask(address)).status).toBe(404)
  })
  test('are there where the data folder takes nothing', async () => {
    await rm(at.path('data', 'downloads'), { recursive: true })
    await writeFile(at.path('data', 'downloads'), 'in the way')
    try {
      expect((await at.ask(`/host/diagnostics/${(await make()).id}`)).status).toBe(200)
    } finally {
      await rm(at.path('data', 'downloads'))
    }
  })
})

describe('the entrance', () => {
  const enter = (site: string, token?: string) => {
    const address = token === undefined ? at.app.address : `http://x/?token=${token}`
    return ask(at.app.port, new URL(address).search.replace(/^/, '/'), {
      headers: { 'sec-fetch-site': site },
    })
  }

  test('opens to an address typed or sent by another program', async () => {
    const { status, headers } = await enter('none')
    expect([status, headers.location]).toEqual([303, '/'])
  })
  test('opens to a link on another page, from which a redirection would bring no cookie', async () => {
    const { status, headers, body } = await enter('cross-site')
    expect([status, headers['refresh']]).toEqual([200, '0; url=/'])
    expect(headers['set-cookie']?.[0]).toContain('SameSite=Strict')
    expect(body.toString()).not.toContain(at.cookie.split('=')[1])
  })
  test('stays shut to a guess', async () => expect((await enter('cross-site', 'guess')).status).toBe(401))
})

describe('the pages', () => {
  test('are the window and its assets', async () => {
    const index = await at.ask('/')
    expect([index.status, index.headers['content-type'], index.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ])
    expect(index.body.toString()).toContain('窗口')
    const script = await at.ask('/assets/index-a1b2.js')
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(script.headers['cache-control']).toContain('immutable')
  })
  test.each([
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/../secret.txt',
    '/assets/',
    '/assets',
    '/__proto__',
    '//127.0.0.1/',
  ])('hold no %s', async (address) => {
    expect((await at.ask(address)).status).toBe(404)
  })
  test('tell a stranger at the door what to do', async () => {
    const { status, body } = await ask(at.app.port, '/', {})
    expect(status).toBe(401)
    expect(body.toString()).toContain('请用程序显示的地址打开')
  })
})
