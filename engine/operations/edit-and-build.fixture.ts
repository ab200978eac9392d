import path from 'node:path'
import { createEngine } from '../engine.ts'

/** A program that edits a project and packs it until it is killed, telling each edit and each package that was answered. */
const [dataDir = '', project = '', out = '', start = '0'] = process.argv.slice(2)
let last = 0
const engine = createEngine({
  version: 'test',
  dataDir,
  resourcesDir: path.join(import.meta.dirname, '../../resources'),
  ffprobe: undefined,
  log: () => undefined,
  now: () => new Date('2023-08-20T02:00:00Z'),
  newId: () => `run${start}-${(last += 1)}`,
})
const place = engine.claim(out)
const call = { signal: new AbortController().signal, progress: () => undefined }
const { operations } = engine
let count = Number(start)

async function editing(): Promise<never> {
  for (;;) {
    const { revision, unit } = await operations['project.open']({ project }, call)
    count += 1
    const edits = [{ type: 'set-unit' as const, unit: { ...unit, contact: `李四${count}` } }]
    const done = await operations['project.edit']({ project, revision, edits }, call).catch(() => undefined)
    if (done) process.send?.({ edit: count })
  }
}
async function building(): Promise<never> {
  for (;;) {
    const { record } = await operations['project.build']({ project, task: 'media', out: place }, call)
    process.send?.({ package: record.id })
  }
}
await Promise.all([editing(), building()])
