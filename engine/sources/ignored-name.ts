import { clashKey, isOfficeLock } from '../../shared/paths/paths.ts'

const LITTER = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'desktop.ini',
  '__macosx',
  '$recycle.bin',
  'recycler',
  'recycled',
  'system volume information',
  'found.000',
  'icon\r',
])

/**
 * Whether a file or folder of this name is the system's litter or an editor's lock file, never the clerk's
 * material: counted and otherwise passed over. Names that begin with a dot are hidden by custom.
 */
export const isIgnoredName = (name: string): boolean =>
  name.startsWith('.') || isOfficeLock(name) || LITTER.has(clashKey(name))

const OLD_LINKS = new Set(['my music', 'my pictures', 'my videos'])

/**
 * Whether a link of this name is one that Windows keeps in 文档 for programs of 2003: nobody may list it, and what it leads to
 * (the whole 图片) was not handed in.
 */
export const isOldLink = (name: string, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' && OLD_LINKS.has(clashKey(name))
