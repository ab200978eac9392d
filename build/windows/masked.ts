/**
 * What must differ between two packings, replaced by marks: the time of packing, the sums of files that state that
 * time, and sizes of packages, which the sums make a byte longer or shorter. Times of photos and sums of media stay.
 *
 * @param sums hexadecimal SHA-256 of archives and documents that were written
 */
export function masked(text: string, sums: readonly string[]): string {
  let plain = text
  for (const [index, sum] of sums.entries()) plain = plain.replaceAll(sum, `<sum ${index}>`)
  for (const day of workingDays()) {
    const [year = '', month = '', date = ''] = day.split('-')
    plain = plain
      .replaceAll(new RegExp(`${day}[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?Z?)?`, 'g'), '<time>')
      .replaceAll(day, '<day>')
      .replaceAll(`${year}${month}${date}`, '<day>')
      .replaceAll(
        new RegExp(`${year}年0?${Number(month)}月0?${Number(date)}日( \\d\\d?:\\d\\d)?`, 'g'),
        '<day>',
      )
  }
  return plain
    .replaceAll(/(?<=（)[\d.,]+ [KMG]B(?=）)/g, '<size>')
    .replaceAll(/"submission":\s*"[0-9a-f]+"/g, '"submission":"<mark>"')
}

/** The days on which the work may have been done, here and in Greenwich: it may have gone on over midnight. */
function workingDays(): readonly string[] {
  const hours = [-24, -8, 0, 8]
  return [...new Set(hours.map((hour) => new Date(Date.now() + hour * 3_600_000).toISOString().slice(0, 10)))]
}
