import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * The most resident memory that any process of a group has had, looked at until the group is gone (Linux' /proc);
 * undefined where there is nothing to look at.
 */
export async function watchPeak(group: number): Promise<number | undefined> {
  let peak: number | undefined
  for (;;) {
    const peaks = (await Promise.all((await membersOf(group)).map(peakOf))).filter(
      (bytes) => bytes !== undefined,
    )
    if (peaks.length === 0) return peak
    peak = Math.max(peak ?? 0, ...peaks)
    await wait(20)
  }
}

async function membersOf(group: number): Promise<string[]> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const groups = await Promise.all(processes.map(groupOf))
  return processes.filter((_, index) => groups[index] === group)
}

/** The third figure behind the program's name, which may itself hold brackets and blanks (proc(5)). */
async function groupOf(process: string): Promise<number | undefined> {
  const line = await readFile(`/proc/${process}/stat`, 'utf8').catch(() => '')
  const figures = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return figures[2] === undefined || figures[0] === 'Z' ? undefined : Number(figures[2])
}

async function peakOf(process: string): Promise<number | undefined> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '')
  const mark = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return mark === undefined ? undefined : Number(mark) * 1024
}
