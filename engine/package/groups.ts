/** What has the same key, in the order of their first. */
export function groupsOf<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return [...groups.values()]
}

/** The largest group, of several the first. */
export const largest = <T>(groups: readonly T[][]): T[] =>
  groups.reduce((most, group) => (group.length > most.length ? group : most), [])
