/** Numbers without order that are the same for the same seed: sfc32, seeded by a splitmix of the words. */
export interface Random {
  /** From 0 up to, and not including, 1. */
  fraction(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  chance(of: number): boolean
  shuffled<T>(all: readonly T[]): T[]
}

/** @param words what the row of numbers depends on, as a seed and the number of a round */
export function randomBy(...words: readonly number[]): Random {
  let mixed = 0x9e3779b9
  for (const word of words) mixed = splitmix(mixed ^ Math.trunc(word))
  let [a, b, c, count] = [splitmix(mixed), splitmix(mixed + 1), splitmix(mixed + 2), 1]
  const next = (): number => {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let turn = 0; turn < 12; turn += 1) next()
  const fraction = () => next() / 2 ** 32
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    chance: (of) => fraction() < of,
    shuffled(all) {
      const order = [...all]
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = whole(0, at)
        const [one, two] = [order[at], order[other]]
        if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one]
      }
      return order
    },
  }
}

function splitmix(word: number): number {
  let mixed = (word + 0x9e3779b9) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
