import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { httpPort } from '../../renderer/host/http-port.ts'
import { contract } from '../../shared/contract.ts'
import type { Fault } from '../../shared/faults.ts'
import { connect } from '../../shared/wire.ts'
import { largeVideo } from '../media.fixture.ts'
import { appDesk } from './app.fixture.ts'

const at = appDesk()
/** The contract as the page calls it. */
function page() {
  const real = globalThis.fetch
  globalThis.fetch = (address, init) => real(address, { ...init, headers: { cookie: at.cookie } })
  const client = connect(contract, httpPort(`http://127.0.0.1:${at.app.port}/call`))
  return { client, leave: () => void (globalThis.fetch = real) }
}

describe('the whole app', () => {
  test('takes a dropped folder in and finds its files', async () => {
    await at.put('drop-folder', '照片/图.jpg', 'x')
    await at.put('drop-folder', '照片/Thumbs.db', 'x')
    const { claims } = (await at.post('/host/drops/drop-folder', {})).json() as { claims: string[] }
    const { client, leave } = page()
    const walked = await client['sources.walk']({ claims })
    leave()
    expect(walked.files.map(({ relative }) => relative)).toEqual(['图.jpg'])
    expect(walked.ignored.count).toBe(1)
    expect((await at.ask(`/file/${walked.files[0]?.id}`)).body.toString()).toBe('x')
  })

  test('outlives its engine: calls end, files found are forgotten, and what was handed in is still known', async () => {
    const { client, leave } = page()
    await largeVideo(at.path('片子.mp4'), 4_000_000_000)
    const film = at.app.engine.claim(at.path('片子.mp4'))
    const { files } = await client['sources.walk']({ claims: [film] })
    const ids = files.map(({ id }) => id)
    const pid = at.app.engine.pid() ?? 0
    const dying = client['media.probe']({ files: ids }, { onProgress: () => process.kill(pid, 'SIGKILL') })
    const fault = (await dying.catch((error: unknown) => error)) as Fault
    expect(fault.data).toEqual({ code: 'engine-gone' })
    expect(at.app.engine.pid()).not.toBe(pid)

    await writeFile(at.path('片子.mp4'), '短')
    expect((await at.ask(`/file/${ids[0]}`)).status).toBe(404)
    expect((await at.ask(`/file/${film}`)).body.toString()).toBe('短')
    expect((await client['sources.walk']({ claims: [film] })).files).toHaveLength(1)
    leave()
  })
})
