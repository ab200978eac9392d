/** MAX_PATH is 260 with the closing zero: Explorer, Office, WeChat and QQ open nothing longer. In UTF-16 units. */
export const longestFile = 259
/** One name of NTFS, FAT and exFAT. In UTF-16 units. */
export const longestName = 255

/** The length of a path as Windows counts it, in UTF-16 units; `\\?\` does not count, for it takes the limit away. */
export const lengthOf = (path: string): number => {
  if (!path.startsWith('\\\\?\\')) return path.length
  return /^\\\\\?\\UNC\\/iu.test(path) ? path.length - '?\\UNC\\'.length : path.length - '\\\\?\\'.length
}

/** Whether programs that know nothing of `\\?\` open a path. */
export const withinMaxPath = (path: string): boolean => lengthOf(path) <= longestFile
