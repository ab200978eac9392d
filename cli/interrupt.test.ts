import { existsSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { FaultJson, PackJson, VerifyJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { largeVideo } from './media.fixture.ts'
import { soundPack, soundSubmission } from './submission.fixture.ts'

const at = desk()
beforeAll(async () => {
  await soundSubmission(at)
  // The same files, so that the same form fits, but large enough to be met at work.
  await cp(at.path('材料'), at.path('大材料'), { recursive: true })
  await largeVideo(at.path('大材料', '宣传片.mp4'), 300_000_000)
})

const largePack = ['pack', '大材料', ...soundPack.slice(2)]

/** Waits until something is so. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; !(await holds()); turn += 1) {
    if (turn > 3000) throw new Error('it never happened')
    await wait(10)
  }
}
const namesIn = (folder: string) => readdir(at.path(folder)).catch((): string[] => [])
const isPart = (name: string) => /^\.kepuri-.*\.part$/.test(name)
/** The package is being written: its zip has come into being in the hidden folder. */
const writing = (folder: string) => async () => {
  const part = (await namesIn(folder)).find(isPart)
  return part !== undefined && (await namesIn(`${folder}/${part}`)).some((name) => name.endsWith('.zip'))
}

// Windows knows no signals that a program could answer to.
describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  it('during a pack ends it with 130 and leaves nothing, not even the folders that were made for it', async () => {
    const before = await at.listing()
    const running = at.start([...largePack, '--out', '新/包'])
    await until(writing('新/包'))
    running.process.kill('SIGINT')
    expect(await running.ended).toEqual({ code: 130, out: '', err: '已取消，可以重新开始\n' })
    expect(await at.listing()).toEqual(before)
  })

  it('during a pack leaves an older package beside it alone', async () => {
    await at.write('旧/报送包/一.zip', '旧的')
    const before = await at.listing()
    const running = at.start([...largePack, '--out', '旧', '--json'])
    await until(writing('旧'))
    running.process.kill('SIGTERM')
    const { code, out } = await running.ended
    expect(code).toBe(130)
    expect(FaultJson.parse(JSON.parse(out)).fault).toEqual({ code: 'cancelled' })
    expect(await at.listing()).toEqual(before)
  })

  it('during a check ends it with 130', async () => {
    await at.folder('长')
    await largeVideo(at.path('长', '片子.mp4'), 4_000_000_000)
    const running = at.start(['check', '长', '--task', 'media'], at.path('缓存'))
    // The cache is opened when the first file is about to be read.
    await until(() => existsSync(at.path('缓存', 'facts', 'pruned')))
    running.process.kill('SIGINT')
    expect(await running.ended).toEqual({ code: 130, out: '', err: '已取消，可以重新开始\n' })
  })
})

describe('a pack that is killed', () => {
  it('leaves no package under its name, and the next one clears away what it left', async () => {
    const running = at.start([...largePack, '--out', '断电'])
    await until(writing('断电'))
    running.process.kill('SIGKILL')
    expect((await running.ended).code).toBeNull()
    const left = await namesIn('断电')
    expect(left.filter((name) => !isPart(name))).toEqual([])
    expect(left).toHaveLength(1)

    const { code, json } = await at.json(PackJson, ...soundPack, '--out', '断电')
    expect(code).toBe(0)
    expect((await namesIn('断电')).map((name) => `断电/${name}`)).toEqual([json.out])
    expect((await at.json(VerifyJson, 'verify', json.out)).json.ok).toBe(true)
  })
})
