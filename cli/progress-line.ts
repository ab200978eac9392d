import type { Step } from '../shared/operation.ts'
import { printableName } from './printable.ts'

const verbs = {
  walk: '查找文件',
  read: '读取表格',
  probe: '检查',
  write: '写入',
  verify: '核对',
  print: '生成PDF',
} as const
/** Counted in bytes, and one piece of work: both go on at once, and the engine tells one figure under the name of either. */
const packing: readonly Step['stage'][] = ['write', 'verify']

/** One line at the foot of a terminal that is rewritten: what is being worked on, how far, how long still. Silent when piped. */
export function progressLine(
  stream: NodeJS.WriteStream,
  clock: () => number,
): { show(step: Step): void; clear(): void } {
  let stage: Step['stage'] | undefined
  let started = 0
  return {
    show(step) {
      if (!stream.isTTY) return
      if (stage === undefined || workOf(step.stage) !== workOf(stage)) started = clock()
      stage = step.stage
      stream.write(`\r\u001B[2K${fit(lineOf(step, clock() - started), stream.columns)}`)
    },
    clear() {
      if (stream.isTTY && stage !== undefined) stream.write('\r\u001B[2K')
      stage = undefined
    },
  }
}

/** What one clock is kept for. */
const workOf = (stage: Step['stage']): string => (packing.includes(stage) ? 'packing' : stage)

/** 检查 12/60 IMG_1201.JPG 还需约 3 秒 */
function lineOf(step: Step, elapsed: number): string {
  const { done, total } = step
  const how =
    total === 0
      ? ''
      : packing.includes(step.stage)
        ? `${Math.floor((done / total) * 100)}%`
        : `${done}/${total}`
  const left =
    done > 0 && elapsed > 1000 ? ` 还需约 ${duration(((elapsed / done) * (total - done)) / 1000)}` : ''
  return `${verbs[step.stage]} ${how}${left} ${printableName(step.item ?? '')}`.trimEnd()
}

const duration = (seconds: number): string =>
  seconds < 60 ? `${Math.max(1, Math.round(seconds))} 秒` : `${Math.ceil(seconds / 60)} 分钟`

/** Cuts a line to the terminal's columns; Chinese characters take two. */
function fit(line: string, columns: number): string {
  let width = 0
  let kept = ''
  for (const character of line) {
    width += /[\u1100-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{3FFFF}]/u.test(
      character,
    )
      ? 2
      : 1
    if (width > columns - 1) return kept
    kept += character
  }
  return kept
}
