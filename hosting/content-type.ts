import { extensionOf } from '../shared/naming/file-path.ts'

/** What a window can show in place. Pictures are recognised by content in any case. */
const shown: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  // The same container; Chromium refuses the true name.
  mov: 'video/mp4',
  webm: 'video/webm',
}
/** What is only ever saved. */
const saved: Readonly<Record<string, string>> = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
}
/** What the build of the window is made of. */
const built: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
}

/** What nobody looks into. */
const bytes = 'application/octet-stream'

/** How a clerk's file is told to a window: by its extension, never by its content, and anything unknown only to be saved. */
export function contentType(name: string): { readonly type: string; readonly shown: boolean } {
  const picture = typeIn(shown, name)
  return { type: picture ?? typeIn(saved, name) ?? bytes, shown: picture !== undefined }
}

/** How a file of the window's own is told to it. */
export const pageType = (name: string): string => typeIn(built, name) ?? bytes

function typeIn(types: Readonly<Record<string, string>>, name: string): string | undefined {
  const extension = extensionOf(name)
  return Object.hasOwn(types, extension) ? types[extension] : undefined
}
