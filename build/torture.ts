import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sumLine, table } from './torture/told-rounds.ts'
import { torture } from './torture/torture.ts'

/**
 * `npm run torture [-- --seed 7 --kills 200 --faults 50 --only 12]`: packs with the built program, kills it and spoils what
 * it reads and writes. After each round no file bears a final name unless it is proven, what lay there is as it was, the
 * next run leaves nothing behind, and the program has said what was wrong. The same seed does the same again; `--only`
 * runs one round of it, of the same numbers of kills and faults, and keeps its folder. For Linux; as root also with real small disks.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '200' },
    faults: { type: 'string', default: '54' },
    only: { type: 'string' },
  },
})
const whole = (name: string, word: string): number => {
  if (/^\d{1,9}$/.test(word)) return Number(word)
  console.error(`--${name} 要写一个整数，写的却是 ${word}。`)
  process.exit(2)
}
const seed = whole('seed', values.seed ?? String(Date.now() % 1_000_000))
const home = await mkdtemp(path.join(tmpdir(), '科普 折磨 '))
const program = path.join(import.meta.dirname, '..', 'out', 'cli', 'kepuri.js')
const again = `--seed ${seed} --kills ${values.kills} --faults ${values.faults}`
console.log(`种子 ${seed}（再来一次：npm run torture -- ${again}；只要其中一轮：再加 --only 轮数）`)
const over = await torture({
  home,
  program,
  seed,
  kills: whole('kills', values.kills),
  faults: whole('faults', values.faults),
  tell: console.log,
  ...(values.only !== undefined && { only: whole('only', values.only) }),
})
console.log(`\n${table(over)}\n\n${sumLine(over, seed)}`)
const violated = over.filter(({ told }) => told.troubles.length > 0)
for (const { round, told } of violated)
  for (const trouble of told.troubles) console.log(`✕ 第 ${round.number} 轮：${trouble}`)
process.exitCode = violated.length > 0 ? 1 : 0
if (violated.length === 0 && values.only === undefined) await rm(home, { recursive: true, force: true })
else console.log(`文件夹留在 ${home}`)
