const LITTER = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'desktop.ini',
  '__macosx',
  '$recycle.bin',
  'system volume information',
])

/**
 * Whether a file or folder of this name is the system's litter or an editor's lock file, never the clerk's
 * material: counted and otherwise passed over. Names that begin with a dot are hidden by custom.
 */
export const isIgnoredName = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || LITTER.has(name.toLowerCase())
