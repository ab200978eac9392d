import { clashKey } from '../paths/paths.ts'

/** Names given so far; none of them clashes with another, on whatever disk they are unpacked. */
export interface TakenNames {
  /**
   * The first free name: the stem itself, or with `-2`, `-3` …
   *
   * @param within the stem when so many characters are kept free behind it
   */
  take(
    within: (suffix: number) => string,
    extension: string,
  ): { readonly stem: string; readonly number: number }
}

/**
 * Ten thousand files of one title cost no more than ten thousand titles: for each stem the next free number is
 * remembered, apart by its digits, since a longer number may leave less of the stem.
 */
export function createTakenNames(): TakenNames {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  const free = (name: string): boolean => {
    const key = clashKey(name)
    if (taken.has(key)) return false
    taken.add(key)
    return true
  }
  return {
    take(within, extension) {
      const first = within(0)
      if (free(`${first}${extension}`)) return { stem: first, number: 1 }
      for (let digits = 1; ; digits += 1) {
        const base = within(digits + 1)
        const key = `${digits}\n${clashKey(`${base}${extension}`)}`
        const end = 10 ** digits
        for (let number = next.get(key) ?? Math.max(2, end / 10); number < end; number += 1) {
          const stem = `${base}-${number}`
          next.set(key, number + 1)
          if (free(`${stem}${extension}`)) return { stem, number }
        }
      }
    },
  }
}
