import type { Facts, Format, MediaKind } from '../facts.ts'
import { extensionOf } from '../naming/file-path.ts'

/** Extensions that tell the truth about a format, the usual one first: lower case, without dot. */
const extensions: Partial<Record<Format, readonly [string, ...string[]]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
  webp: ['webp'],
  gif: ['gif'],
  bmp: ['bmp', 'dib'],
  heic: ['heic', 'heif', 'hif'],
  avif: ['avif'],
  mp4: ['mp4', 'm4v'],
  mov: ['mov', 'qt'],
  avi: ['avi'],
  wmv: ['wmv', 'asf'],
  mkv: ['mkv'],
  webm: ['webm'],
  flv: ['flv'],
  mpeg: ['mpg', 'mpeg', 'mpe', 'mts', 'm2ts', 'vob'],
  '3gp': ['3gp', '3g2'],
}

const imageFormats: ReadonlySet<string> = new Set([
  'jpeg', 'png', 'tiff', 'webp', 'gif', 'bmp', 'heic', 'avif',
] satisfies Format[]) // prettier-ignore

const byExtension: ReadonlyMap<string, MediaKind> = new Map([
  ...Object.entries(extensions).flatMap(([format, spellings]) =>
    spellings.map((spelling) => [spelling, imageFormats.has(format) ? 'image' : 'video'] as const),
  ),
  ['rmvb', 'video'],
])

/** Every extension that says picture or video: lower case, without dot. */
export const mediaExtensions: readonly string[] = [...byExtension.keys()]

/** Formats that hold other files, whatever they are named. */
const containers: readonly Format[] = ['zip', 'rar', '7z']

/**
 * What the clerk means a file to be: its content decides; where the content is no media, a media
 * extension still says that a picture or a video was meant.
 */
export function intendedKind(item: { readonly relative: string; readonly facts: Facts }): MediaKind {
  if (item.facts.kind !== 'other') return item.facts.kind
  return byExtension.get(extensionOf(item.relative)) ?? 'other'
}

export const isArchive = (format: Format): boolean => containers.includes(format)

/** The extension a format's files bear in a package: lower case, without dot; undefined keeps the file's own. */
export const extensionFor = (format: Format): string | undefined => extensions[format]?.[0]

/** Whether an extension says what the content is: `.tiff` of a TIFF misleads nobody. Formats without a usual one have none that is wrong. */
export const isHonestExtension = (format: Format, extension: string): boolean =>
  extensions[format]?.includes(extension) ?? true
