/** A file of `node_modules`: the innermost package that it belongs to. */
export interface PackageFile {
  readonly name: string
  /** The package's folder relative to the outermost node_modules. */
  readonly folder: string
  readonly file: string
}

/** @param path relative to a `node_modules` folder, with `/` */
export function packageOf(path: string): PackageFile | undefined {
  const words = path.split('/')
  const start = words.lastIndexOf('node_modules') + 1
  const length = words[start]?.startsWith('@') ? 2 : 1
  const end = start + length
  // `.bin` and npm's own notes are no packages.
  if (words.length <= end || words[start]?.startsWith('.')) return undefined
  return {
    name: words.slice(start, end).join('/'),
    folder: words.slice(0, end).join('/'),
    file: words.slice(end).join('/'),
  }
}
