/** The last part of a relative path. */
export const baseName = (relative: string): string => relative.slice(relative.lastIndexOf('/') + 1)

/** Lower-case extension without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  const base = baseName(name)
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(dot + 1).toLowerCase() : ''
}

/** The name without its extension. */
export function stemOf(name: string): string {
  const base = baseName(name)
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(0, dot) : base
}
