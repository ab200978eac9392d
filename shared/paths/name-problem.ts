import { longestName } from './path-length.ts'

/** Why Windows does not make a name, or makes another in its place. */
export type NameProblem =
  /** Empty, or means a folder: `.`, `..`. */
  | 'no-name'
  /** `< > : " / \ | ? *`; behind a colon NTFS keeps a stream of its own, which no copy and no archive takes along. */
  | 'forbidden-character'
  | 'control-character'
  /** A device: `CON`, `nul.txt`, `COM1 .jpg`. */
  | 'reserved'
  /** Windows takes a trailing dot or blank away. */
  | 'trailing'
  | 'too-long'

/** A sign that no name of Windows may hold. */
export const forbiddenCharacter = /[<>:"/\\|?*]/u
const control = /[\u0000-\u001F]/u
const trailing = /[. ]$/u

/** Whatever extension follows, and whatever blanks stand before it. ¹ ² ³ count as digits (they are in Latin-1). */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:[.:]|$)/i

/** Whether Windows keeps a name for a device: a file of that name is never made, and what is written to it vanishes. */
export const isReservedName = (name: string): boolean => devices.test(name)

/** Whether Windows makes of a name another one, unless it is told by `\\?\` to take it as it stands. */
export const isTidiedName = (name: string): boolean => trailing.test(name) || isReservedName(name)

/** What keeps a name from being made as it stands in a folder of Windows; undefined for nothing. Whether it is told to people well is not asked. */
export function nameProblem(name: string): NameProblem | undefined {
  if (name === '' || name === '.' || name === '..') return 'no-name'
  if (control.test(name)) return 'control-character'
  if (forbiddenCharacter.test(name)) return 'forbidden-character'
  if (isReservedName(name)) return 'reserved'
  if (trailing.test(name)) return 'trailing'
  return name.length > longestName ? 'too-long' : undefined
}
