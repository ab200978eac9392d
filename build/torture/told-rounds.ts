import type { Told } from './packing-run.ts'
import type { Round } from './rounds.ts'

/** A round that is over. */
export interface Over {
  readonly round: Round
  readonly told: Told
}

const outcomes = { whole: '完整的包', nothing: '什么也没有', unreached: '没有碰上' } as const

const kindOf = (round: Round): string =>
  round.type === 'fault' ? round.kind.title : round.type === 'app' ? '杀网页版' : '杀命令行'

/** One line of what was done and what came of it. */
export function roundLine({ round, told }: Over, of: number, seconds: number): string {
  const setting = round.type === 'app' ? '' : `${round.dish}${round.cold ? ' 冷' : ''}`
  return [
    `第 ${round.number}/${of} 轮`,
    kindOf(round),
    setting,
    told.happened,
    `${outcomes[told.outcome]}（${seconds.toFixed(1)} s）`,
    told.troubles.length === 0 ? '✓' : `✕ ${told.troubles.join('；')}`,
  ]
    .filter(Boolean)
    .join('　')
}

/** The table at the end: how often each kind, and what came of it. */
export function table(all: readonly Over[]): string {
  const kinds = new Set(all.map(({ round }) => kindOf(round)))
  const lines = [...kinds].map((kind) => {
    const rounds = all.filter(({ round }) => kindOf(round) === kind)
    const many = (outcome: Told['outcome']) => rounds.filter(({ told }) => told.outcome === outcome).length
    const bad = rounds.filter(({ told }) => told.troubles.length > 0).length
    return [kind, rounds.length, many('whole'), many('nothing'), many('unreached'), bad]
  })
  const rows = [
    ['', '轮数', ...Object.values(outcomes), '违反'],
    ['---', '--:', '--:', '--:', '--:', '--:'],
    ...lines,
  ]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** How many kills and faults took place, and how many promises were broken. */
export const sumLine = (all: readonly Over[], seed: number): string => {
  const kills = all.reduce((sum, { told }) => sum + (told.kills ?? 0), 0)
  const faults = all.filter(
    ({ round, told }) => round.type === 'fault' && told.outcome !== 'unreached',
  ).length
  const bad = all.flatMap(({ told }) => told.troubles).length
  return `种子 ${seed}：杀到 ${kills} 次，出错 ${faults} 次，违反承诺 ${bad} 处。`
}
