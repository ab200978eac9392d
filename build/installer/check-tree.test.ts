import { expect, test } from 'vitest'
import { binaryKind } from './binary-kind.ts'
import { checkTree, largestParts, mostBytes } from './check-tree.ts'
import { windows } from './target.ts'
import { soundTree, treeWith, treeWithout } from './tree.fixture.ts'

const problems = (tree: typeof soundTree) => checkTree(tree, windows, ['vitest', '@types/node'])

test('a whole tree has nothing wrong with it', () => {
  expect(problems(soundTree)).toEqual([])
})

test.each([
  ['ffprobe.exe', 'app.asar.unpacked lacks node_modules/@ffprobe-installer/win32-x64/ffprobe.exe'],
  ['.node', 'app.asar.unpacked lacks node_modules/@img/sharp-win32-x64/lib/sharp-win32-x64-*.node'],
  ['libvips-42.dll', 'app.asar.unpacked lacks node_modules/@img/sharp-win32-x64/lib/libvips-*.dll'],
  ['KepuriPackager.exe', "the program's folder lacks KepuriPackager.exe"],
  ['preload.cjs', 'app.asar lacks out/preload/preload.cjs'],
  ['electron/main.js', 'app.asar lacks out/electron/main.js'],
  ['hash-worker.js', 'app.asar lacks out/engine/package/hash-worker.js'],
  ['a.xlsx', 'app.asar lacks the template of the list'],
  ['许可.txt', "the program's folder lacks 第三方软件许可.txt"],
  ['zh-CN.pak', 'locales/zh-CN.pak is missing'],
])('a tree without %s is refused', (ending, problem) => {
  expect(problems(treeWithout(ending))).toContain(problem)
})

test('a binary for another system is refused, wherever it lies', () => {
  const path = 'node_modules/@img/sharp-linux-x64/lib/libvips.so.42'
  expect(problems(treeWith({ path, kind: 'elf-x64' }))).toEqual([
    `app.asar.unpacked/${path} is elf-x64, not pe-x64`,
  ])
  expect(problems(treeWith({ place: 'top', path: 'ffmpeg.dll', kind: 'pe-x86' }))).toHaveLength(1)
  expect(problems(treeWith({ place: 'archive', path: 'a.dylib', kind: 'mach-o' }))).toHaveLength(1)
})

test('a program that bears the right name and is none counts as missing', () => {
  const path = 'node_modules/@ffprobe-installer/win32-x64/ffprobe.exe'
  expect(problems(treeWith({ path, kind: undefined }))).toEqual([`app.asar.unpacked lacks ${path}`])
})

test('a program inside the archive is refused, for it cannot be run there', () => {
  expect(problems(treeWith({ place: 'archive', path: 'a.dll', kind: 'pe-x64' }))).toEqual([
    'app.asar/a.dll is a program inside the archive: it cannot be run there',
  ])
})

test.each([
  'out/engine/engine.js.map',
  'out/engine/engine.d.ts',
  'out/engine/probe.test.js',
  'out/engine/media.fixture.js',
  'out/shared/x.tsbuildinfo',
  'node_modules/a/test/index.js',
  'node_modules/vitest/package.json',
  'node_modules/a/node_modules/@types/node/package.json',
])('%s is not shipped', (path) => {
  expect(problems(treeWith({ place: 'archive', path }))).toHaveLength(1)
})

test('too many bytes of our own, too long a path and a language too many are refused; Electron’s bytes do not count', () => {
  expect(problems(treeWith({ place: 'top', path: 'resources/app.asar', bytes: mostBytes }))).toHaveLength(1)
  expect(problems(treeWith({ place: 'top', path: 'icudtl.dat', bytes: mostBytes }))).toEqual([])
  expect(problems(treeWith({ path: `node_modules/${'a'.repeat(150)}/index.js` }))).toHaveLength(1)
  expect(problems(treeWith({ place: 'top', path: 'locales/de.pak' }))).toEqual([
    'locales/de.pak is a language nobody asked for',
  ])
})

test('the largest parts are named by package, with scopes', () => {
  const parts = largestParts(soundTree, 2)
  expect(parts).toEqual([
    { name: '@img/sharp-win32-x64', bytes: 3_000_000 },
    { name: '@ffprobe-installer/win32-x64', bytes: 1_000_000 },
  ])
})

test('what a file is made for is told by its first bytes', () => {
  const elf = Buffer.alloc(64)
  elf.writeUInt32BE(0x7f454c46)
  elf.writeUInt16LE(0xb7, 18)
  const pe = Buffer.alloc(256)
  pe.write('MZ')
  pe.writeUInt32LE(0x80, 0x3c)
  pe.write('PE\0\0', 0x80)
  pe.writeUInt16LE(0x8664, 0x84)
  expect([elf, pe, Buffer.from('a text of some length, no program')].map(binaryKind)).toEqual([
    'elf-arm64',
    'pe-x64',
    undefined,
  ])
})
