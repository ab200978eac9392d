import { type DistTarget } from './target.ts'
import { packageOf } from './package-of.ts'
import { type BinaryKind } from './binary-kind.ts'
import { type Tree, type TreeFile } from './read-tree.ts'
import { licenceFile } from './licence-text.ts'

/** All that an installed program may weigh without Electron's own files, in bytes. */
export const mostBytes = 120_000_000

/** Longest path below the program's folder; with `C:\Users\…\AppData\Local\Programs\KepuriPackager\` it stays under 260. */
export const longestPath = 180

const languages = ['locales/en-US.pak', 'locales/zh-CN.pak']
const mainFiles = ['out/preload/preload.cjs', 'out/window/index.html', 'out/hosting/engine-child.js']
const workers = [
  'out/engine/tables/sheets-worker.js',
  'out/engine/package/hash-worker.js',
  'out/engine/package/copy-worker.js',
]
const data = [
  { what: 'a rule pack', at: /^resources\/notices\/[^/]+\.json$/ },
  { what: 'the template of the list', at: /^resources\/templates\/[^/]+\.xlsx$/ },
]

export const programName = ({ os }: DistTarget): string =>
  os === 'win32' ? 'KepuriPackager.exe' : 'kepuri-packager'

/** Programs and libraries without which the engine does not work, beside the archive; `*` stands for a version. */
function neededBinaries({ os, cpu }: DistTarget): readonly string[] {
  const name = `${os}-${cpu}`
  const sharp = `node_modules/@img/sharp-${name}/lib`
  const ffprobe = `node_modules/@ffprobe-installer/${name}/ffprobe`
  if (os === 'win32')
    return [
      `${sharp}/sharp-${name}-*.node`,
      `${sharp}/libvips-*.dll`,
      `${sharp}/libvips-cpp-*.dll`,
      `${ffprobe}.exe`,
    ]
  return [
    `${sharp}/sharp-${name}-*.node`,
    `node_modules/@img/sharp-libvips-${name}/lib/libvips-cpp.so.*`,
    ffprobe,
  ]
}

function matches(pattern: string, file: string): boolean {
  const [start = '', end] = pattern.split('*')
  if (end === undefined) return file === pattern
  return (
    file.startsWith(start) &&
    file.endsWith(end) &&
    /^[\d.]+$/.test(file.slice(start.length, file.length - end.length))
  )
}

const kindFor = ({ os, cpu }: DistTarget): BinaryKind => (os === 'win32' ? 'pe-x64' : `elf-${cpu}`)

/**
 * What is wrong with the files of a tree, one line each: binaries for another system, parts that are missing, files
 * that are not for users, too many languages, too much weight, paths too long.
 *
 * @param devPackages names that must not be shipped
 */
export function checkTree(tree: Tree, target: DistTarget, devPackages: readonly string[]): readonly string[] {
  return [
    ...foreignBinaries(tree, target),
    ...missingParts(tree, target),
    ...tree.files.flatMap((file) => unwanted(file, devPackages)),
    ...languageProblems(tree),
    ...sizeProblems(tree),
  ]
}

function foreignBinaries(tree: Tree, target: DistTarget): readonly string[] {
  const wanted = kindFor(target)
  return tree.files.flatMap(({ place, path, kind }) => {
    if (kind === undefined) return []
    if (kind !== wanted) return [`${label(place, path)} is ${kind}, not ${wanted}`]
    // What Windows loads or runs itself it cannot find in the archive.
    return place === 'archive'
      ? [`${label(place, path)} is a program inside the archive: it cannot be run there`]
      : []
  })
}

function missingParts(tree: Tree, target: DistTarget): readonly string[] {
  const archived = new Set(tree.files.flatMap(({ place, path }) => (place === 'archive' ? [path] : [])))
  const has = (place: TreeFile['place'], wanted: RegExp) =>
    tree.files.some((file) => file.place === place && wanted.test(file.path))
  const main = mainOf(tree)
  return [
    ...[main, ...mainFiles, ...workers]
      .filter((file) => !archived.has(file))
      .map((file) => `app.asar lacks ${file}`),
    ...data.filter(({ at }) => !has('archive', at)).map(({ what }) => `app.asar lacks ${what}`),
    ...neededBinaries(target)
      .filter(
        (wanted) =>
          !tree.files.some((file) => file.place === 'unpacked' && file.kind && matches(wanted, file.path)),
      )
      .map((wanted) => `app.asar.unpacked lacks ${wanted}`),
    ...[programName(target), licenceFile, 'LICENSE.electron.txt', 'LICENSES.chromium.html']
      .filter((name) => !tree.files.some(({ place, path }) => place === 'top' && path === name))
      .map((name) => `the program's folder lacks ${name}`),
  ]
}

function mainOf(tree: Tree): string {
  if (!tree.files.some(({ place, path }) => place === 'archive' && path === 'package.json'))
    return 'package.json'
  return (JSON.parse(tree.readArchived('package.json').toString()) as { main?: string }).main ?? 'main'
}

const notForUsers =
  /\.map$|\.d\.[cm]?ts$|\.tsx?$|\.tsbuildinfo$|\.(?:test|fixture)\.[cm]?js$|(?:^|\/)(?:__tests__|tests?|fixtures|e2e)\/|(?:^|\/)\.(?:git|env|npmrc)/

function unwanted({ place, path }: TreeFile, devPackages: readonly string[]): readonly string[] {
  if (place === 'top') return []
  if (notForUsers.test(path)) return [`${label(place, path)} is not for users`]
  const name = packageOf(path)?.name
  return name !== undefined &&
    path.startsWith('node_modules/') &&
    devPackages.includes(name) &&
    path.endsWith('package.json')
    ? [`${label(place, path)}: the package ${name} is for developers`]
    : []
}

function languageProblems({ files }: Tree): readonly string[] {
  const there = files.flatMap(({ place, path }) =>
    place === 'top' && path.startsWith('locales/') ? [path] : [],
  )
  return [
    ...there
      .filter((file) => !languages.includes(file))
      .map((file) => `${file} is a language nobody asked for`),
    ...languages.filter((file) => !there.includes(file)).map((file) => `${file} is missing`),
  ]
}

/** Bytes of all that is ours: the archive, what lies beside it and the licences. */
export const ownBytes = ({ files }: Tree): number =>
  sum(files.filter(({ place, path }) => place === 'unpacked' || (place === 'top' && isOurs(path))))

const isOurs = (path: string): boolean => path.startsWith('resources/') || path === licenceFile

function sizeProblems(tree: Tree): readonly string[] {
  const bytes = ownBytes(tree)
  const long = tree.files
    .filter(({ place }) => place !== 'archive')
    .map(({ place, path }) => (place === 'unpacked' ? `resources/app.asar.unpacked/${path}` : path))
    .filter((path) => path.length > longestPath)
  return [
    ...(bytes > mostBytes ? [`without Electron it takes ${bytes} bytes, more than ${mostBytes}`] : []),
    ...long.map((path) => `${path} has ${path.length} characters, more than ${longestPath}`),
  ]
}

/** What takes the most room, by package or folder, largest first. */
export function largestParts({ files }: Tree, count: number): readonly { name: string; bytes: number }[] {
  const sizes = new Map<string, number>()
  for (const { place, path, bytes } of files) {
    if (place === 'top') continue
    const name = path.startsWith('node_modules/')
      ? packageOf(path)?.name
      : path.split('/').slice(0, 2).join('/')
    if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + bytes)
  }
  return [...sizes]
    .map(([name, bytes]) => ({ name, bytes }))
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, count)
}

const sum = (files: readonly TreeFile[]): number => files.reduce((all, { bytes }) => all + bytes, 0)

const label = (place: TreeFile['place'], path: string): string =>
  place === 'archive' ? `app.asar/${path}` : place === 'unpacked' ? `app.asar.unpacked/${path}` : path
