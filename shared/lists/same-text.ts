const dashes = /[\u2010-\u2015\u2212\u2500\u2501~\u301C]+/gu
/** Marks that one office writes and another leaves out; between figures and letters they part them: 1、2号 is not 12号. */
const figure = '[\\p{Nd}a-z〇零一二三四五六七八九十百千]'
const dispensable = (marks: string) => new RegExp(`(?<!${figure})${marks}|${marks}(?!${figure})`, 'gu')
const quotes = dispensable('["“”「」『』《》〈〉]')
const pauses = dispensable('[,、。]')

/**
 * A text for saying whether two are the same: one width, small letters, no white space, and without marks that say
 * nothing. Marks that may make another thing of it stay: 1-2号楼 is not 12号楼, nor C++ the same as C.
 */
export const sameText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(dashes, '-')
    .replace(/[、;]/gu, ',')
    .replace(quotes, '')
    .replace(pauses, '')
