/** Control characters, and marks that turn the direction of what follows: a file's name may hold them. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g

/** Text that a terminal shows as it is meant: what names smuggle in is shown as �. Line breaks stay. */
export const printable = (text: string): string => text.replace(unprintable, '\uFFFD')

/** A name on one line. */
export const printableName = (name: string): string => printable(name).replace(/\n/g, '\uFFFD')
