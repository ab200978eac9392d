import type { Format, MediaKind } from '../../shared/facts.ts'
import type { ByteSource } from './byte-source.ts'
import { sniffIso } from './sniff-iso.ts'
import { sniffCompoundFile, sniffZip } from './sniff-office.ts'
import { sniffText } from './sniff-text.ts'

/** What a file is by its content. */
export interface Sniffed {
  readonly kind: MediaKind
  readonly format: Format
}

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 16_384

const IMAGES: Readonly<Record<string, Format>> = {
  jpg: 'jpeg', png: 'png', apng: 'png', tif: 'tiff', webp: 'webp', gif: 'gif', heic: 'heic', avif: 'avif',
} // prettier-ignore
const VIDEOS: Readonly<Record<string, Format>> = {
  mp4: 'mp4', m4v: 'mp4', mov: 'mov', avi: 'avi', asf: 'wmv', wmv: 'wmv', mkv: 'mkv', webm: 'webm', flv: 'flv',
  mpg: 'mpeg', mts: 'mpeg', '3gp': '3gp', '3g2': '3gp', rm: 'unknown',
} // prettier-ignore
const OTHERS: Readonly<Record<string, Format>> = {
  rar: 'rar', '7z': '7z', pdf: 'pdf', rtf: 'word', lnk: 'shortcut', alias: 'shortcut', xml: 'text',
} // prettier-ignore

const other = (format: Format): Sniffed => ({ kind: 'other', format })

// Two letters are little to go by: a text may begin with “BM”.
const isBitmap = (head: Buffer): boolean =>
  head.toString('latin1', 0, 2) === 'BM' &&
  head.length >= 26 &&
  head.readUInt32LE(6) === 0 &&
  [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14))

const isTiff = (head: Buffer): boolean => /^(II[*+]\0|MM\0[*+])/.test(head.toString('latin1', 0, 4))

const sniffLibrary = async (head: Buffer): Promise<{ ext: string; mime: string } | undefined> => {
  // Loaded for the first file that is looked at: most calls of a host look at none.
  const { fileTypeFromBuffer } = await import('file-type')
  try {
    return await fileTypeFromBuffer(head)
  } catch {
    // It follows offsets in the head and may run out of bytes.
    return undefined
  }
}

const sniffByText = (head: Buffer): Sniffed => {
  const text = sniffText(head)
  if (text === undefined) return other('unknown')
  return other(/^\uFEFF?\s*\[(InternetShortcut|Desktop Entry)\]/i.test(text) ? 'shortcut' : 'text')
}

/** Names a file's format by its first bytes, and for archives and office files by their directory. Never by its name. */
export const sniff = async (source: ByteSource): Promise<Sniffed> => {
  const head = await source.read(0, HEAD_BYTES)
  const iso = head.length < 12 ? undefined : sniffIso(head)
  if (iso) return iso
  if (isBitmap(head)) return { kind: 'image', format: 'bmp' }
  const magic = head.toString('latin1', 0, 4)
  if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06') return other(await sniffZip(source))
  if (magic === '\xd0\xcf\x11\xe0') return other(await sniffCompoundFile(source))
  const found = await sniffLibrary(head)
  if (!found) return isTiff(head) ? { kind: 'image', format: 'tiff' } : sniffByText(head)
  const { ext, mime } = found
  const image = IMAGES[ext]
  if (image) return { kind: 'image', format: image }
  const video = VIDEOS[ext]
  if (video) return { kind: 'video', format: video }
  const named = OTHERS[ext]
  if (named) return other(named)
  if (ext === 'bmp' || mime.startsWith('audio/') || mime.startsWith('text/')) return sniffByText(head)
  if (mime.startsWith('video/')) return { kind: 'video', format: 'unknown' }
  if (mime.startsWith('image/') && ext !== 'dwg') return { kind: 'image', format: 'unknown' }
  return other('unknown')
}
