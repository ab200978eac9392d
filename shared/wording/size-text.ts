const units = ['KB', 'MB', 'GB', 'TB'] as const

/**
 * A size in one short figure, as people say it: 42.1 MB, 3.20 GB, 18 KB. Cut rather than rounded: what is under 3 MB must
 * not read 3.00 MB.
 */
export const sizeText = (bytes: number): string => sized(bytes, Math.floor)

/** The same rounded up: what is needed must not read as less than it is, nor what is over a limit as the limit itself. */
export const neededText = (bytes: number): string => sized(bytes, Math.ceil)

function sized(bytes: number, round: (value: number) => number): string {
  if (bytes < 1024) return `${bytes} 字节`
  let value = bytes / 1024
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const decimals = unit === 0 || value >= 1000 ? 0 : value < 10 ? 2 : 1
  return `${(round(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals)} ${units[unit]}`
}

/** A limit, which is mostly a round figure: 45 MB, 2 GB; what is not round as any size, 300.5 MB. */
export function limitText(bytes: number): string {
  const power = Math.min(units.length, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const isRound = power > 0 && bytes % 1024 ** power === 0
  return isRound ? `${bytes / 1024 ** power} ${units[power - 1]}` : sizeText(bytes)
}
