/** What `npm run dist:win` and `dist:linux` were asked to do. */
export interface DistWords {
  readonly system: 'win' | 'linux'
  /** Only the folder, no installers. */
  readonly dirOnly: boolean
  /** Electron is replaced by a program that runs nothing. */
  readonly stub: boolean
  /** A folder with an unpacked Electron for the target. */
  readonly runtime: string | undefined
}

export const distUsage = [
  '用法：npm run dist:win 或 npm run dist:linux，后面可加（加在 -- 之后）：',
  '  --dir             只生成可以直接运行的文件夹，不做安装包',
  '  --runtime 文件夹  用这个文件夹里已经解开的 Electron，不从网上下载',
  '  --stub            用不能运行的替身代替 Electron，只检验打包；不做安装包',
].join('\n')

/** @returns undefined when the words make no sense */
export function readDistWords(words: readonly string[]): DistWords | undefined {
  const [system, ...rest] = words
  if (system !== 'win' && system !== 'linux') return undefined
  let [dirOnly, stub, runtime] = [false, false, undefined as string | undefined]
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]
    if (word === '--dir') dirOnly = true
    else if (word === '--stub') stub = true
    else if (word === '--runtime' && rest[at + 1] && !rest[at + 1]?.startsWith('--')) runtime = rest[++at]
    else return undefined
  }
  return stub && runtime !== undefined ? undefined : { system, dirOnly: dirOnly || stub, stub, runtime }
}
