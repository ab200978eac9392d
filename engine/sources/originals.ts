import pLimit from 'p-limit'
import { realPlace } from './places.ts'
import { questionsAtOnce } from './questions-at-once.ts'

/** Files of the clerk's that were read and stay with the clerk: tables of others, blank workbooks, forms. */
export interface Originals {
  /** To be called before they are read: nothing may be written onto them from then on. */
  remember(paths: readonly string[]): Promise<void>
  /** @param place its links followed */
  has(place: string): boolean
}

export function createOriginals(): Originals {
  const places = new Set<string>()
  return {
    async remember(paths) {
      const limit = pLimit(questionsAtOnce)
      for (const place of await Promise.all(paths.map((one) => limit(realPlace, one)))) places.add(place)
    },
    has: (place) => places.has(place),
  }
}
