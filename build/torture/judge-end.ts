import type { FaultCode, FaultData } from '../../shared/faults.ts'
import type { Ended } from './run-program.ts'

/** What a run said of itself. */
export interface Said {
  readonly troubles: readonly string[]
  /** The document on standard output, where there is one. */
  readonly document: unknown
  readonly fault: FaultData | undefined
}

/** Faults that do not come of what is done to the program here: they would be slips of its own. */
const slips: readonly string[] = [
  'internal',
  'bad-request',
  'unit-invalid',
  'unit-unparsable',
  'package-broken',
]

/**
 * Judges how a run that was not killed has ended: one JSON document, an exit code that goes with it, and where it failed
 * a known fault, in Chinese, that names a file or a place.
 *
 * @param granted faults that would be slips elsewhere
 */
export function judgeEnd(
  { code, signal, out, err, hung }: Ended,
  names: readonly string[],
  granted: readonly FaultCode[] = [],
): Said {
  if (hung) return { troubles: ['一直不结束'], document: undefined, fault: undefined }
  const troubles: string[] = []
  const document = parsed(out)
  const fault = faultIn(document)
  if (document === undefined) troubles.push(`标准输出不是一份 JSON：${shortened(out)}`)
  if (signal !== null || code === null) troubles.push(`没有人杀它，却被 ${String(signal)} 结束`)
  else if (![0, 1, 2, 3, 130].includes(code)) troubles.push(`退出码 ${code}`)
  if (code === 0 && fault) troubles.push('退出码是 0，却说出了错')
  if (code !== 0) {
    if (!fault) troubles.push(`失败了，却没有说是什么错：${shortened(err)}`)
    else if (slips.includes(fault.code) && !granted.includes(fault.code))
      troubles.push(`不该出的错 ${fault.code}：${shortened(err)}`)
    const said = err.trim().split('\n').at(-1) ?? ''
    if (!/[\u4e00-\u9fff]/.test(said)) troubles.push(`没有用中文说：${shortened(err)}`)
    if (fault && !nameless.includes(fault.code) && !names.some((name) => err.includes(name)))
      troubles.push(`没有说是哪个文件、哪个地方：${shortened(said)}`)
  }
  if (/^\s+at /m.test(err) || /出错了，编号/.test(err)) troubles.push(`说的是程序内部的话：${shortened(err)}`)
  return { troubles, document, fault }
}

/** Cancelled by somebody who knows; findings stand with their files above the last line. */
const nameless: readonly string[] = ['cancelled', 'submission-has-errors', 'nothing-to-pack']

function parsed(out: string): unknown {
  try {
    return JSON.parse(out) as unknown
  } catch {
    return undefined
  }
}

function faultIn(document: unknown): FaultData | undefined {
  return typeof document === 'object' && document !== null && 'fault' in document
    ? (document.fault as FaultData)
    : undefined
}

export const shortened = (text: string): string => {
  const line = text.trim().replaceAll(/\s*\n\s*/g, ' ⏎ ')
  return line.length > 600 ? `${line.slice(0, 300)} … ${line.slice(-300)}` : line
}
