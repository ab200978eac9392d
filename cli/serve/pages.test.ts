import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { conformanceContract, conformanceEngine } from '../../shared/conformance.fixture.ts'
import { ask } from './app.fixture.ts'
import { pageRoutes } from './pages.ts'
import { startWebHost } from './web-host.ts'

test('a window that was not built is told in words', async () => {
  const host = await startWebHost({
    contract: conformanceContract,
    engine: conformanceEngine(),
    routes: await pageRoutes(path.join(tmpdir(), randomUUID())),
    port: 0,
    token: 'token',
    report: () => 'ref',
    onRefused: () => undefined,
  })
  const { status, body } = await ask(host.port, '/', { headers: { cookie: `kepuri-${host.port}=token` } })
  await host.close()
  expect(status).toBe(503)
  expect(body.toString()).toContain('窗口还没有生成')
})
