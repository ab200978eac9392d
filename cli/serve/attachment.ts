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
