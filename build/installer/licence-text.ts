/** Name of the file that lies beside the program and holds all licences. */
export const licenceFile = '第三方软件许可.txt'

/** A package that is shipped, with what its makers ask to be shipped with it. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Licence texts as they stand in the package; none where it carries none. */
  readonly texts: readonly string[]
  /** Stands for the texts where the package has none. */
  readonly instead: string | undefined
}

const line = '='.repeat(78)

/** Everything in one readable file: a list first, then each text once with the packages it is for. */
export function licenceText(packages: readonly ShippedPackage[], own: string): string {
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version}　${licence}`)
  const texts = new Map<string, string[]>()
  for (const { name, version, texts: all, instead } of packages)
    for (const text of all.length > 0 ? all : instead === undefined ? [] : [instead]) {
      const owners = texts.get(text.trim()) ?? []
      texts.set(text.trim(), [...owners, `${name} ${version}`])
    }
  const sections = [...texts].map(([text, owners]) => [line, ...owners, '', text, ''].join('\n'))
  // Old versions of Notepad take a text without the mark for GBK.
  return [
    '\uFEFF科普日报送助手：第三方软件许可',
    '',
    '本程序由下列自由软件组成。它们的作者保留各自的著作权，许可条款的原文附后。',
    'Electron、Chromium 和 Node.js 的许可见同一文件夹的 LICENSE.electron.txt、LICENSES.chromium.html。',
    '',
    own.trim(),
    '',
    `一共 ${packages.length} 个软件包：`,
    ...list,
    '',
    ...sections,
  ]
    .join('\r\n')
    .replaceAll(/\r?\n/g, '\r\n')
}
