const most = 12

/** Where two JSON values differ, a line each, at most a dozen; `ignored` names keys that are passed over. */
export function differences(a: unknown, b: unknown, ignored: ReadonlySet<string> = new Set()): string[] {
  const found: string[] = []
  walk(a, b, '')
  return found.length > most ? [...found.slice(0, most), `… ${found.length - most} more`] : found

  function walk(one: unknown, other: unknown, at: string): void {
    if (Object.is(one, other)) return
    if (isRecord(one) && isRecord(other)) {
      for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
        if (!ignored.has(key)) walk(one[key], other[key], at === '' ? key : `${at}.${key}`)
      return
    }
    if (Array.isArray(one) && Array.isArray(other)) {
      for (let index = 0; index < Math.max(one.length, other.length); index += 1)
        walk(one[index], other[index], `${at}[${index}]`)
      return
    }
    found.push(`${at}: ${shown(one)} ≠ ${shown(other)}`)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
