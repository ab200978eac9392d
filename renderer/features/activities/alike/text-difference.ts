/** A text in three: what both begin with, what is different, what both end with. */
export interface Parted {
  readonly before: string
  readonly different: string
  readonly after: string
}

/** Where two texts differ, so that one letter in a long paragraph can be seen. */
export function partTexts(one: string, two: string): readonly [Parted, Parted] {
  const [a, b] = [[...one], [...two]]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const parted = (letters: readonly string[]): Parted => ({
    before: letters.slice(0, start).join(''),
    different: letters.slice(start, letters.length - end).join(''),
    after: letters.slice(letters.length - end).join(''),
  })
  return [parted(a), parted(b)]
}
