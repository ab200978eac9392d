import type { Format } from '../facts.ts'

/** Names of formats as people know them. */
export const formatNames = {
  jpeg: 'JPG',
  png: 'PNG',
  tiff: 'TIFF',
  webp: 'WebP（网页图片格式）',
  gif: 'GIF（动图格式）',
  bmp: 'BMP（位图）',
  heic: 'HEIC（苹果手机格式）',
  avif: 'AVIF（网页图片格式）',
  mp4: 'MP4',
  mov: 'MOV（苹果视频格式）',
  avi: 'AVI',
  wmv: 'WMV',
  mkv: 'MKV',
  webm: 'WebM（网页视频格式）',
  flv: 'FLV',
  mpeg: 'MPEG',
  '3gp': '3GP（老式手机视频格式）',
  zip: 'ZIP压缩包',
  rar: 'RAR压缩包',
  '7z': '7Z压缩包',
  word: 'Word文档',
  excel: 'Excel表格',
  pdf: 'PDF文档',
  text: '文本文件',
  shortcut: '快捷方式',
  unknown: '认不出的内容',
} as const satisfies { readonly [F in Format]: string }

/** Formats as a choice: JPG、PNG 或 TIFF. */
export function formatsText(formats: readonly Format[]): string {
  const names = formats.map((format) => formatNames[format])
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join('、')} 或 ${last}`
}

const codecNames: Readonly<Record<string, string>> = {
  h264: 'H.264',
  hevc: 'H.265（HEVC）',
  mpeg4: 'MPEG-4',
  msmpeg4v1: 'MPEG-4（老式）',
  msmpeg4v2: 'MPEG-4（老式）',
  msmpeg4v3: 'MPEG-4（老式）',
  mpeg1video: 'MPEG-1',
  mpeg2video: 'MPEG-2',
  h263: 'H.263',
  wmv1: 'WMV',
  wmv2: 'WMV',
  wmv3: 'WMV',
  vc1: 'VC-1',
  flv1: 'FLV',
  mjpeg: 'Motion JPEG',
  prores: 'ProRes',
  dvvideo: 'DV',
  rv30: 'RealVideo',
  rv40: 'RealVideo',
  theora: 'Theora',
  rawvideo: '没有压缩的视频',
  vvc: 'H.266（VVC）',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
}

/** A codec by the name that players show; undefined where only ffprobe has a name for it. */
export const codecName = (codec: string): string | undefined => codecNames[codec]
