import { licenceFile } from './licence-text.ts'
import { type Tree, type TreeFile } from './read-tree.ts'

const archived = [
  'package.json',
  'out/electron/main.js',
  'out/preload/preload.cjs',
  'out/window/index.html',
  'out/hosting/engine-child.js',
  'out/engine/tables/sheets-worker.js',
  'out/engine/package/hash-worker.js',
  'out/engine/package/copy-worker.js',
  'out/engine/engine.js',
  'resources/notices/a.json',
  'resources/templates/a.xlsx',
  'node_modules/zod/package.json',
]
const binaries = [
  'node_modules/@img/sharp-win32-x64/lib/sharp-win32-x64-0.35.5.node',
  'node_modules/@img/sharp-win32-x64/lib/libvips-42.dll',
  'node_modules/@img/sharp-win32-x64/lib/libvips-cpp-8.18.7.dll',
  'node_modules/@ffprobe-installer/win32-x64/ffprobe.exe',
]
const top = [
  licenceFile,
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
  'locales/zh-CN.pak',
  'locales/en-US.pak',
]

const plain = (place: TreeFile['place'], path: string): TreeFile => ({
  place,
  path,
  bytes: 1000,
  kind: undefined,
})

/** A Windows tree with which nothing is wrong. */
export const soundTree: Tree = treeOf([
  ...archived.map((path) => plain('archive', path)),
  ...binaries.map((path): TreeFile => ({ place: 'unpacked', path, bytes: 1_000_000, kind: 'pe-x64' })),
  ...top.map((path) => plain('top', path)),
  { place: 'top', path: 'KepuriPackager.exe', bytes: 180_000_000, kind: 'pe-x64' },
])

/** The sound tree with some files more, or in place of others of the same name. */
export const treeWith = (...files: readonly Partial<TreeFile>[]): Tree => {
  const more = files.map((file) => ({ ...plain('unpacked', 'x'), ...file }))
  const kept = soundTree.files.filter(
    ({ place, path }) => !more.some((one) => one.place === place && one.path === path),
  )
  return treeOf([...kept, ...more])
}

export const treeWithout = (ending: string): Tree =>
  treeOf(soundTree.files.filter(({ path }) => !path.endsWith(ending)))

function treeOf(files: readonly TreeFile[]): Tree {
  return {
    root: '',
    files,
    archiveHeader: '{"files":{}}',
    readArchived: () => Buffer.from('{"main":"out/electron/main.js"}'),
  }
}
