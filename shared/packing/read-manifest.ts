import { Manifest, ManifestItem } from './manifest.ts'

/** Why a text is no manifest that can be judged; `detail` names the place, for scripts. */
export interface ManifestTrouble {
  readonly trouble: 'unreadable' | 'too-large'
  readonly detail?: string
}

/**
 * What a manifest may hold: far more than any package, and little enough that a made-up one takes seconds to
 * judge and not minutes.
 */
const most = { list: 10_000, keys: 100, characters: 100_000, depth: 8 }

/** A manifest from anywhere, as it stands in a package. */
export function readManifest(text: string): Manifest | ManifestTrouble {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { trouble: 'unreadable' }
  }
  if (!isModest(raw, most.depth)) return { trouble: 'too-large' }
  // One by one, to stop at the first: each of thousands of wrong items would be told at length.
  const items = typeof raw === 'object' && raw !== null && 'items' in raw ? raw.items : undefined
  for (const [index, item] of Array.isArray(items) ? items.entries() : []) {
    const place = ManifestItem.safeParse(item).error?.issues[0]?.path
    if (place) return { trouble: 'unreadable', detail: ['items', index, ...place].join('.') }
  }
  const parsed = Manifest.safeParse(raw)
  return parsed.success
    ? parsed.data
    : { trouble: 'unreadable', detail: parsed.error.issues[0]?.path.join('.') ?? '' }
}

function isModest(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.length <= most.characters
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.length <= most.list && value.every((one) => isModest(one, depth - 1))
  const entries = Object.entries(value)
  return entries.length <= most.keys && entries.every(([, one]) => isModest(one, depth - 1))
}
