/** What is built for: a system and a processor, in Node's words. */
export interface DistTarget {
  readonly os: 'win32' | 'linux'
  readonly cpu: 'x64' | 'arm64'
}

export const windows: DistTarget = { os: 'win32', cpu: 'x64' }
export const linux: readonly DistTarget[] = [
  { os: 'linux', cpu: 'x64' },
  { os: 'linux', cpu: 'arm64' },
]

export const targetName = ({ os, cpu }: DistTarget): string => `${os}-${cpu}`

/** How electron-builder calls the folder in which the program lies ready to run. */
export const treeName = ({ os, cpu }: DistTarget): string =>
  `${os === 'win32' ? 'win' : 'linux'}${cpu === 'arm64' ? '-arm64' : ''}-unpacked`
