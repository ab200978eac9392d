import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { killSession } from './kill-session.ts'
import { randomBy } from './torture/random.ts'

/** `npm run kill-rounds [-- <rounds>]`: kills of the app alone, other ones each time; `npm run torture` has them seeded among others. */
const rounds = Number(process.argv[2] ?? 50)
const home = await mkdtemp(path.join(tmpdir(), '科普 杀进程 '))
try {
  const random = randomBy(Date.now())
  const { violations, engine, host, packages, unrecorded, leftovers, slowestMs } = await killSession({
    home,
    rounds,
    random,
    longestMs: 1000,
    tell: console.log,
  })
  console.log(
    `\n共 ${rounds} 轮：杀引擎 ${engine} 次，杀全部 ${host} 次；核对了 ${packages} 个包（其中 ${unrecorded} 个没来得及记下），` +
      `杀的时候有 ${leftovers} 个半成品；最慢 ${Math.round(slowestMs)} ms 恢复。违反承诺 ${violations.length} 处。`,
  )
  violations.forEach((one) => console.log(`✕ ${one}`))
  process.exitCode = violations.length > 0 ? 1 : 0
} finally {
  await rm(home, { recursive: true, force: true })
}
