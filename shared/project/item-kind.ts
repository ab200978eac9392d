import type { Facts, Format, MediaKind } from '../facts.ts'
import { extensionOf } from '../naming/file-path.ts'

const byExtension: Readonly<Record<string, MediaKind>> = {
  jpg: 'image', jpeg: 'image', jpe: 'image', jfif: 'image', png: 'image', tif: 'image', tiff: 'image', webp: 'image',
  gif: 'image', bmp: 'image', heic: 'image', heif: 'image', avif: 'image',
  mp4: 'video', m4v: 'video', mov: 'video', avi: 'video', wmv: 'video', mkv: 'video', webm: 'video', flv: 'video',
  mpg: 'video', mpeg: 'video', '3gp': 'video', mts: 'video', m2ts: 'video', rmvb: 'video',
} // prettier-ignore

/** Formats that hold other files, whatever they are named. */
const containers: readonly Format[] = ['zip', 'rar', '7z']

/**
 * What the clerk means a file to be: its content decides; where the content is no media, a media
 * extension still says that a picture or a video was meant.
 */
export function intendedKind(item: { readonly relative: string; readonly facts: Facts }): MediaKind {
  if (item.facts.kind !== 'other') return item.facts.kind
  return byExtension[extensionOf(item.relative)] ?? 'other'
}

export const isArchive = (format: Format): boolean => containers.includes(format)

/** The extension a format's files bear: lower case, without dot; undefined keeps the file's own. */
export function extensionFor(format: Format): string | undefined {
  const known: Partial<Record<Format, string>> = {
    jpeg: 'jpg', png: 'png', tiff: 'tif', webp: 'webp', gif: 'gif', bmp: 'bmp', heic: 'heic', avif: 'avif',
    mp4: 'mp4', mov: 'mov', avi: 'avi', wmv: 'wmv', mkv: 'mkv', webm: 'webm', flv: 'flv', mpeg: 'mpg', '3gp': '3gp',
  } // prettier-ignore
  return known[format]
}
