import type { Measured } from './measured-run.ts'

/** All runs of one contender, one a round. */
export interface Result {
  readonly label: string
  readonly runs: readonly Measured[]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export const medianSeconds = ({ runs }: Result): number => median(runs.map(({ seconds }) => seconds))

/** How many times longer than another; the median of the rounds' own ratios, as both met the same machine in a round. */
export function ratio({ runs }: Result, to: Result | undefined): number {
  return median(runs.map(({ seconds }, round) => seconds / (to?.runs[round]?.seconds ?? Number.NaN)))
}

/** The highest peak of all runs, in MiB. */
export function peakMebibytes({ runs }: Result): number | undefined {
  const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes / 1024 / 1024]))
  return peaks.length === 0 ? undefined : Math.max(...peaks)
}

/** A figure for a table; a dash where there is none. */
export const figure = (value: number | undefined, decimals: number): string =>
  value === undefined || Number.isNaN(value) ? '—' : value.toFixed(decimals)

/** The columns that every contender has: median, best, processor time, memory. */
export const costColumns = ['中位 s', '最好 s', 'CPU s', '内存峰值 MB'] as const
export function costs(result: Result): string[] {
  const times = result.runs.flatMap(({ cpuSeconds }) => (cpuSeconds === undefined ? [] : [cpuSeconds]))
  const best = Math.min(...result.runs.map(({ seconds }) => seconds))
  return [
    figure(medianSeconds(result), 2),
    figure(best, 2),
    figure(median(times), 2),
    figure(peakMebibytes(result), 0),
  ]
}

/** A table in Markdown; all columns but the first are figures. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  )
}
