import type { Format, MediaKind } from '../../shared/facts.ts'

const HEIF_BRANDS = /^(mif[12]|msf1|miaf|hei[cmsx]|hev[cmsx])$/
const AVIF_BRANDS = /^avi[fs]$/
const SOUND_BRANDS = /^(M4[ABP] |F4[AB] )$/
// Files of before 2001 have no `ftyp`; these boxes may open a QuickTime file.
const QUICKTIME_OPENERS = new Set(['moov', 'mdat', 'wide', 'skip', 'pnot'])
const FRAGMENT_OPENERS = new Set(['styp', 'moof', 'sidx'])

const image = (format: Format) => ({ kind: 'image', format }) as const
const video = (format: Format) => ({ kind: 'video', format }) as const

/**
 * Tells the children of ISO 14496-12 apart by their brands. The major brand decides between MOV and MP4, whatever
 * the name says; a still picture may name its kind among the compatible brands only.
 */
export const sniffIso = (head: Buffer): { kind: MediaKind; format: Format } | undefined => {
  const type = head.toString('latin1', 4, 8)
  if (QUICKTIME_OPENERS.has(type)) return video('mov')
  if (FRAGMENT_OPENERS.has(type)) return video('mp4')
  if (type !== 'ftyp') return undefined
  const end = Math.min(head.readUInt32BE(0), head.length)
  const major = head.toString('latin1', 8, 12)
  const compatible: string[] = []
  for (let at = 16; at + 4 <= end; at += 4) compatible.push(head.toString('latin1', at, at + 4))
  if (major === 'qt  ') return video('mov')
  if (AVIF_BRANDS.test(major)) return image('avif')
  if (HEIF_BRANDS.test(major)) {
    const hevc = compatible.some((brand) => /^he[iv]/.test(brand))
    return image(!hevc && compatible.some((brand) => AVIF_BRANDS.test(brand)) ? 'avif' : 'heic')
  }
  if (major === 'crx ') return image('unknown')
  if (SOUND_BRANDS.test(major)) return { kind: 'other', format: 'unknown' }
  return video(major.startsWith('3g') ? '3gp' : 'mp4')
}
