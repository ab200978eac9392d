/** What one root gave: its folders' names from the outermost in, and its files' paths below it. */
export interface RootListing {
  readonly folders: readonly string[]
  readonly relatives: readonly string[]
}

const prefixed = (root: RootListing, depth: number, number: number): readonly string[] => {
  const folders = depth === 0 ? [] : root.folders.slice(-depth)
  if (number > 1) folders.push(`${folders.pop() ?? ''}-${number}`)
  return root.relatives.map((relative) => [...folders, relative].join('/'))
}

/**
 * Paths that are unique over all roots. A root keeps its own as long as no other has the same; roots that clash
 * get their folder's name before them, then their parent's too, at last a number.
 */
export const uniqueRelatives = (roots: readonly RootListing[]): readonly (readonly string[])[] => {
  const depths = roots.map(() => 0)
  const numbers = roots.map(() => 1)
  const naming = () => roots.map((root, r) => prefixed(root, depths[r] ?? 0, numbers[r] ?? 1))
  for (;;) {
    const names = naming()
    const owners = new Map<string, number>()
    const clashing = new Set<number>()
    names.forEach((relatives, r) => {
      for (const relative of relatives) {
        const owner = owners.get(relative)
        if (owner === undefined) owners.set(relative, r)
        else if (owner !== r) clashing.add(owner).add(r)
      }
    })
    if (clashing.size === 0) return names
    let deepened = false
    for (const r of clashing) {
      if ((depths[r] ?? 0) >= (roots[r]?.folders.length ?? 0)) continue
      depths[r] = (depths[r] ?? 0) + 1
      deepened = true
    }
    if (!deepened) {
      const [, ...later] = clashing
      for (const r of later) numbers[r] = (numbers[r] ?? 1) + 1
    }
  }
}
