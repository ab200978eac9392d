import { extensionOf } from '../../shared/naming/file-path.ts'

/** What a page of ours may show in place. */
const shown: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
}
/** What is only ever saved. */
const saved: Readonly<Record<string, string>> = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
}

/** How a file is told to a browser: by its extension, never by its content, and anything unknown only to be saved. */
export function contentType(name: string): { readonly type: string; readonly shown: boolean } {
  const extension = extensionOf(name)
  const picture = Object.hasOwn(shown, extension) ? shown[extension] : undefined
  if (picture !== undefined) return { type: picture, shown: true }
  const document = Object.hasOwn(saved, extension) ? saved[extension] : undefined
  return { type: document ?? 'application/octet-stream', shown: false }
}

/** The header that makes a browser save an answer under a name, in any script (RFC 6266, RFC 5987). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\\/]/gu, '_')
  const ascii = plain.replaceAll(/[^ !#-~]/g, '_').replaceAll('%', '_')
  const encoded = encodeURIComponent(plain).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
