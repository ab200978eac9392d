import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { filesBelow } from './files-below.ts'
import { packageOf } from './package-of.ts'
import { unshippedBecause } from './unshipped.ts'

interface Manifest {
  readonly [field: string]: unknown
  readonly dependencies: Readonly<Record<string, string>>
}

/**
 * Lays out exactly what is shipped: the compiled program, its resources and the packages it needs. electron-builder
 * packs this folder and adds nothing of its own.
 *
 * @param modules folder with the target's `node_modules` (`stageModules`)
 * @param stage made anew
 * @throws when the program has not been compiled
 */
export function layStage(root: string, modules: string, stage: string): void {
  if (!existsSync(path.join(root, 'out', 'electron', 'main.js')))
    throw new Error('out/ holds no compiled program: run `npm run build` first')
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(stage, { recursive: true })
  writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(shippedManifest(root), undefined, 2)}\n`)
  lay(path.join(root, 'out'), path.join(stage, 'out'), isShippedOutput)
  lay(path.join(root, 'resources'), path.join(stage, 'resources'), isShippedResource)
  lay(path.join(modules, 'node_modules'), path.join(stage, 'node_modules'), isShippedModule)
}

/** What the program itself reads of package.json, and what electron-builder needs. */
function shippedManifest(root: string): object {
  const all = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest
  const { name, version, description, license, type, main, dependencies } = all
  return {
    name,
    productName: '科普日报送助手',
    // On Linux the name of the desktop file, by which windows are told.
    desktopName: 'kepuri-packager.desktop',
    version,
    description,
    author: maker,
    license,
    type,
    main,
    dependencies,
  }
}
const maker = { name: 'kepuri-packager', email: 'kepuri-packager@localhost' }

/** Of what was compiled: programs, styles and pages; the page's own modules lie bundled in `window/`. */
export const isShippedOutput = (file: string): boolean =>
  !/^renderer\/|\.d\.[cm]?ts$|\.tsbuildinfo$|\.map$|\.(?:test|fixture)\.[cm]?js$|(?:^|\/)fixtures\/|(?:^|\/)\.[^/]+$/.test(
    file,
  )

/** The schema is for editors of rule packs; the program has it in its code. */
const isShippedResource = (file: string): boolean => !/\.md$|\.schema\.json$/.test(file)

function isShippedModule(file: string): boolean {
  const owner = packageOf(file)
  return owner !== undefined && unshippedBecause(owner.name, owner.file) === undefined
}

function lay(from: string, to: string, wanted: (file: string) => boolean): void {
  for (const file of filesBelow(from)) {
    if (!wanted(file)) continue
    const target = path.join(to, file)
    mkdirSync(path.dirname(target), { recursive: true })
    copy(path.join(from, file), target)
  }
}

/** Hard links where they can be had: the packages are 130 MB. */
function copy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
