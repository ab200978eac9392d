import { fork } from 'node:child_process'
import { appendFile, chmod, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import { stampOf } from '../probe/file-stamp.ts'
import { probeWorld, temporaryFolder } from '../probe/probe.fixture.ts'
import { openProbingMarks } from './probing-marks.ts'

const folder = temporaryFolder()
let count = 0
let home: string
beforeEach(async () => {
  home = folder.path(`run-${(count += 1)}`)
  await mkdir(home)
})

const marksIn = () => readdir(path.join(home, 'data', 'probing')).catch(() => [])
const video = async (name: string) => {
  await folder.copy('clip.avi', path.join(path.basename(home), name))
  return path.join(home, name)
}
/** An ffprobe that kills the engine over `killer`, is slow over `slow`, and writes down what it was asked. */
const fakeProbe = async () => {
  const program = path.join(home, 'ffprobe.sh')
  const asked = path.join(home, 'asked.txt')
  const script = `#!/bin/sh
for file; do :; done
echo "begin $(basename "$file")" >> '${asked}'
case "$file" in
  *killer*) while ! grep -q slow '${asked}' && [ ! -e '${home}/alone' ]; do sleep 0.02; done; kill -9 $PPID; exit;;
  *slow*) sleep 0.4; kill -0 $PPID || exit;;
esac
echo '{}'
echo "end $(basename "$file")" >> '${asked}'
`
  await writeFile(program, script)
  await chmod(program, 0o755)
  const said = async () => (await readFile(asked, 'utf8').catch(() => '')).trim().split('\n')
  const forget = () => writeFile(asked, '')
  return { program, said, forget }
}
/** Runs the program; undefined where it was killed. */
const run = (program: string, files: readonly string[]) =>
  new Promise<readonly Facts[] | undefined>((resolve) => {
    const child = fork(
      path.join(import.meta.dirname, '../probe/probe-once.fixture.ts'),
      [path.join(home, 'data'), program, ...files],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    )
    let facts: readonly Facts[] | undefined
    child.on('message', (message) => (facts = message as readonly Facts[]))
    child.once('close', () => resolve(facts))
  })
const states = (facts: readonly Facts[] | undefined) =>
  facts?.map(({ condition }) => (condition.state === 'unreadable' ? condition.reason : condition.state))

describe('a file that ends the engine', () => {
  test('is looked at once more alone, then not again until it is written, and the others are cleared', async () => {
    const { program, said, forget } = await fakeProbe()
    const files = [await video('killer.avi'), await video('slow.avi'), await video('other.avi')]

    expect(await run(program, files)).toBeUndefined()
    expect(await said()).toEqual(expect.arrayContaining(['begin killer.avi', 'begin slow.avi']))
    expect(await marksIn()).toHaveLength(2)

    await forget()
    await writeFile(path.join(home, 'alone'), '')
    expect(await run(program, files)).toBeUndefined()
    expect(await said()).toEqual(['begin killer.avi'])

    await forget()
    const facts = await run(program, files)
    expect(states(facts)).toEqual(['probe-died', 'damaged', 'damaged'])
    expect(facts?.[0]).toMatchObject({ kind: 'other', format: 'unknown', bytes: facts?.[1]?.bytes })
    expect(await said()).toEqual(['begin slow.avi', 'end slow.avi', 'begin other.avi', 'end other.avi'])
    expect(await marksIn()).toHaveLength(1)

    await appendFile(files[0] ?? '', 'x')
    await forget()
    expect(await run(program, files)).toBeUndefined()
    expect(await said()).toContain('begin killer.avi')
  })
})

describe('marks', () => {
  const world = () => ({ ...probeWorld(), dataDir: path.join(home, 'data'), now: () => new Date() })
  const someFile = async () => {
    const file = await video('a.avi')
    return { path: file, stamp: await stampOf(file) }
  }
  /** What another run has left: as this program writes it, under another run's name. */
  const left = async (file: Awaited<ReturnType<typeof someFile>>, given: object) => {
    let text = ''
    await openProbingMarks(world()).around(file, undefined, async () => {
      const [name = ''] = await marksIn()
      text = await readFile(path.join(home, 'data', 'probing', name), 'utf8')
      return name
    })
    const name = await openProbingMarks(world()).around(file, undefined, async () => (await marksIn())[0])
    const mark = path.join(home, 'data', 'probing', name ?? '')
    await writeFile(mark, JSON.stringify({ ...JSON.parse(text), ...given }))
    return mark
  }
  const looked = async (file: Awaited<ReturnType<typeof someFile>>) =>
    (await openProbingMarks(world()).around(file, undefined, async () => true)) ?? false
  const dead = { id: 'another', pid: 999_999_999 }

  test('are there while a file is looked at, and not after', async () => {
    const file = await someFile()
    const during = await openProbingMarks(world()).around(file, undefined, marksIn)
    expect(during).toHaveLength(1)
    expect(await marksIn()).toEqual([])
  })
  test('of another run that is alive, and of this one, are no deaths', async () => {
    const file = await someFile()
    for (const living of [{ id: 'another', pid: process.ppid }, undefined]) {
      await left(file, { deaths: 1, run: living })
      expect(await looked(file)).toBe(true)
    }
    await left(file, { deaths: 1, run: dead })
    expect(await looked(file)).toBe(false)
  })
  test('of a dead run whose number this process was given are deaths', async () => {
    const file = await someFile()
    await left(file, { deaths: 1, run: { id: 'another', pid: process.pid } })
    expect(await looked(file)).toBe(false)
  })
  test('are forgiven when somebody asks to look once more', async () => {
    const file = await someFile()
    await left(file, { deaths: 1, run: dead })
    const marks = openProbingMarks(world())
    expect(await marks.around(file, undefined, async () => true)).toBeUndefined()
    await marks.forgive(file.path)
    expect(await marks.around(file, undefined, async () => true)).toBe(true)
    expect(await marksIn()).toEqual([])
  })
  test('that cannot be read, of older probes, or older than a season are forgotten', async () => {
    const file = await someFile()
    for (const given of [{ version: 0 }, { deaths: 'many' }]) {
      await left(file, { deaths: 2, run: dead, ...given })
      expect(await looked(file)).toBe(true)
    }
    const mark = await left(file, { deaths: 2, run: dead })
    const old = new Date(Date.now() - 100 * 86_400_000)
    await utimes(mark, old, old)
    expect(await looked(file)).toBe(true)
    await writeFile(mark, '{"vers')
    expect(await looked(file)).toBe(true)
    expect(await marksIn()).toEqual([])
  })
  test('of a suspect stay where looking at it was cancelled', async () => {
    const file = await someFile()
    await left(file, { deaths: 0, run: dead })
    const marks = openProbingMarks(world())
    await expect(
      marks.around(file, undefined, () => Promise.reject(new RangeError('cancelled'))),
    ).rejects.toThrow('cancelled')
    expect(await marksIn()).toHaveLength(1)
    expect(await marks.around(file, undefined, async () => true)).toBe(true)
    expect(await marksIn()).toEqual([])
  })
  test('that cannot be written keep nobody from looking, and are complained of once', async () => {
    const file = await someFile()
    await writeFile(path.join(home, 'data'), 'a file in the way')
    const { logged, ...blocked } = world()
    const marks = openProbingMarks(blocked)
    expect(await marks.around(file, undefined, async () => 1)).toBe(1)
    expect(await marks.around(file, undefined, async () => 2)).toBe(2)
    expect(logged.map(({ event }) => event)).toEqual(['probing-marks-unusable'])
  })
})
