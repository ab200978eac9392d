/** The part of a file that a Range header asks for, both ends included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Reads a Range header of one range. `whole` when there is none or it is of a kind that may be passed over (other
 * units, several ranges), `none` when nothing of the file lies in it.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'whole' | 'none' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, first, last] = match ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole'
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'whole'
  return start < size && start <= end ? { start, end } : 'none'
}
