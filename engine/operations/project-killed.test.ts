import { fork } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openEngine } from '../engine.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
beforeEach(async () => void (engine = await openEngine()))
afterEach(() => engine.close())

const rounds = 5
const Said = z.object({ edit: z.number().optional(), package: z.string().optional() })

test('killed at any moment of packing, the project and every package under its name are whole', async () => {
  const photos = path.join(engine.folder, '素材')
  const out = path.join(engine.folder, '输出')
  await writeSoundPhotos(photos)
  const { id, tasks } = await soundProject(engine.client, engine.claim(photos))
  // Killed twice over a photo, the engine would take the photo for the culprit.
  await engine.client['media.probe']({ files: tasks['media']?.items.map((item) => item.id) ?? [] })
  const proven = new Set<string>()
  const answered = { edit: 0, packages: new Set<string>() }

  for (let round = 0; round < rounds; round += 1) {
    const child = fork(
      path.join(import.meta.dirname, 'edit-and-build.fixture.ts'),
      [path.join(engine.folder, 'data'), id, out, String((round + 1) * 100_000)],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    )
    child.on('message', (message) => {
      const said = Said.parse(message)
      answered.edit = Math.max(answered.edit, said.edit ?? 0)
      if (said.package !== undefined) answered.packages.add(said.package)
    })
    const ended = new Promise((resolve) => child.once('close', resolve))
    await Promise.race([ended, new Promise((resolve) => child.once('message', resolve))])
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 800))
    expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await ended

    const after = await openEngine({ folder: engine.folder })
    const { projects, aside } = await after.client['project.list']({})
    expect(aside).toEqual([])
    expect(projects.map((one) => one.id)).toEqual([id])
    const document = await after.client['project.open']({ project: id })
    expect(Number(document.unit.contact.slice('李四'.length) || 0)).toBeGreaterThanOrEqual(answered.edit)
    const recorded = document.tasks['media']?.packages ?? []
    expect(recorded.map((record) => record.id)).toEqual(expect.arrayContaining([...answered.packages]))
    const states = await after.client['project.packages']({ project: id, task: 'media' })
    expect(states.filter(({ state }) => state !== 'whole')).toEqual([])

    const names = (await readdir(out).catch(() => [])).filter((name) => !name.startsWith('.kepuri-'))
    expect(names.length - recorded.length).toBeLessThanOrEqual(round + 1)
    const fresh = names.filter((name) => !proven.has(name))
    if (fresh.length === 0) continue
    const claims = fresh.map((name) => after.claim(path.join(out, name)))
    const { ok, packages } = await after.client['package.verify']({ claims })
    expect([ok, packages.filter((one) => !one.ok)]).toEqual([true, []])
    fresh.forEach((name) => proven.add(name))
  }
  expect(answered.edit).toBeGreaterThan(0)
  // The next package sweeps away what the killed ones left in the making.
  const last = await openEngine({ folder: engine.folder })
  const place = last.claim(out)
  await last.client['project.build']({ project: id, task: 'media', out: place })
  expect((await readdir(out)).filter((name) => name.startsWith('.kepuri-'))).toEqual([])
  await rm(out, { recursive: true })
})
