/** Whose paths are meant: drives, shares and `\` as well as `/`, letters of either case alike; or one root, `/`, and all letters apart. */
export type PathSystem = 'windows' | 'posix'

/** @param platform as Node names it */
export const pathSystem = (platform: string): PathSystem => (platform === 'win32' ? 'windows' : 'posix')
