/**
 * Two names of one key must not lie in one folder: some file system takes them for one. Rather too wide than too narrow, as a
 * name too many gets a number and a file too few is lost: letters of either case (NTFS, exFAT, FAT), all forms of one letter
 * (ſ and s, ς and σ, ß and ss) and accents written apart (macOS). Not for telling whether two paths are one file.
 */
export const clashKey = (name: string): string =>
  name
    .normalize('NFC')
    // Small first: ẞ is its own capital, and SS only that of ß. Capitals then make ς and σ, ſ and s one.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')

/** Small letters of the scripts that NTFS folds: Latin, Greek, Cyrillic, Armenian, and ⅰ, ⓐ, ａ. Later letters of Unicode it has none of. */
const small =
  /[a-z\u00E0-\u019A\u019C-\u023E\u0242-\u024F\u0371-\u03F2\u03F4-\u0523\u0561-\u0586\u1E00-\u1FFF\u2170-\u217F\u24D0-\u24E9\uFF41-\uFF5A]/g

/**
 * A path in capitals as NTFS compares them: sign by sign, each with the one capital that has no other small letter. ß has
 * none, and ı, ſ, K (Kelvin) are none of I, S, K; accents written apart are another name. Held against the table (`$UpCase`)
 * that ntfs-3g writes: it takes no two files for one, and for two only letters that
 * nobody here writes (phonetic, old Greek).
 */
export const foldedCase = (path: string): string =>
  path.replaceAll(small, (letter) => {
    const capital = letter.toUpperCase()
    return capital.length === 1 && capital.toLowerCase() === letter ? capital : letter
  })
