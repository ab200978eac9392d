const invisible = /[\p{Cc}\p{Cf}]/gu
const dashes = /[\u2010-\u2015\u2212\u2500\u2501\u223C\u301C~-]+/gu

/**
 * Text as typed with an English keyboard: full-width letters, digits and marks become half-width (NFKC),
 * every dash and wave becomes `-`, line breaks become `;`, invisible marks that come along with a paste
 * (U+202D from address books) go.
 */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\r\n\v\u2028\u2029]+/gu, ';')
    .replace(/\t/gu, ' ')
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(/^[\s;]+|[\s;]+$/gu, '')
