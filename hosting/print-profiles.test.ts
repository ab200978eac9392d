import { spawnSync } from 'node:child_process'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { paperDesk } from './paper.fixture.ts'
import { newProfile, removeProfile, sweepProfiles } from './print-profiles.ts'
import { thisHost } from '../engine/store/this-host.ts'

const desk = paperDesk()
const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid
async function profile(host: string, pid: number, daysOld = 0): Promise<string> {
  const name = `kepuri-print-${host}-${pid}-${daysOld}`
  const folder = path.join(tmpdir(), name)
  await mkdir(folder)
  await writeFile(path.join(folder, 'Local State'), '')
  const then = new Date(Date.now() - daysOld * 24 * 3_600_000)
  await utimes(folder, then, then)
  return name
}

test('what programs left that were killed is swept, and nothing that may be in use', async () => {
  const own = path.basename(await newProfile())
  const living = await profile(thisHost, process.pid)
  const elsewhere = await profile('00000000', deadPid())
  await profile(thisHost, deadPid())
  await profile(thisHost, process.pid, 2)
  await profile('00000000', deadPid(), 2)
  await mkdir(path.join(tmpdir(), 'kepuri-别的'))
  await sweepProfiles()
  expect((await desk.leftovers()).toSorted()).toEqual([own, living, elsewhere, 'kepuri-别的'].toSorted())
  await removeProfile(path.join(tmpdir(), own))
  expect(await desk.leftovers()).not.toContain(own)
})
