/** A size in one short figure, as people say it: 42.1 MB, 3.2 GB, 18 KB. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const units = ['KB', 'MB', 'GB', 'TB'] as const
  let value = bytes / 1024
  let unit = 0
  // 1023.96 would be rounded up to 1024.0 of the smaller unit.
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${unit === 0 || value >= 1000 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}
