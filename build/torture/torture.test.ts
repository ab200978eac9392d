import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { faultKinds } from './fault-kinds.ts'
import { roundsOf } from './rounds.ts'
import { torture } from './torture.ts'

const program = path.join(import.meta.dirname, '..', '..', 'cli', 'kepuri.ts')
let home = ''
beforeAll(async () => {
  // Compiled sources are kept between the many short runs, those of the command line's tests among them.
  vi.stubEnv('NODE_COMPILE_CACHE', path.join(program, '..', '..', 'node_modules', '.cache', 'kepuri-cli'))
  home = await mkdtemp(path.join(tmpdir(), '科普 折磨 '))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(home, { recursive: true, force: true })
})

test('the rounds of a seed are the same each time, those of another are others, and every kind of fault comes once', () => {
  const extent = { seed: 7, kills: 40, faults: faultKinds.length }
  const rounds = roundsOf(extent)
  expect(roundsOf(extent)).toEqual(rounds)
  expect(roundsOf({ ...extent, seed: 8 })).not.toEqual(rounds)
  const kinds = rounds.flatMap((round) => (round.type === 'fault' ? [round.kind.title] : []))
  expect(new Set(kinds)).toEqual(new Set(faultKinds.map(({ title }) => title)))
  const kills = rounds.map((round) =>
    round.type === 'kills' ? round.blows.length : round.type === 'app' ? round.kills : 0,
  )
  expect(kills.reduce((sum, many) => sum + many)).toBe(40)
})

/** What differs in how it is brought about; the long run has all of them, and photos. */
const few = ['目标 写 ENOSPC', '目标 总是少写', '数据 只读 EROFS', '磁盘 中途写满', '中断 SIGINT']

// The injection reads the numbers of open files from /proc.
test.runIf(process.platform === 'linux')(
  'killed ten times and spoiled in five ways, packing leaves a proven package or nothing, and says why',
  { timeout: 300_000 },
  async () => {
    const lines: string[] = []
    const over = await torture({
      home,
      program,
      seed: 3,
      kills: 10,
      faults: few.length,
      inApp: 0,
      kinds: faultKinds.filter(({ title }) => few.includes(title)),
      dishes: ['list'],
      tell: (line) => lines.push(line),
    })
    expect(over.flatMap(({ told }) => told.troubles)).toEqual([])
    // A run in which nothing happened would prove nothing.
    const struck = over.filter(({ told }) => told.outcome !== 'unreached')
    expect(struck.length, lines.join('\n')).toBeGreaterThan(over.length / 2)
  },
)
