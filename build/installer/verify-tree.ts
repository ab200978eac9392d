import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkProgram } from './check-program.ts'
import { checkTree, largestParts, ownBytes } from './check-tree.ts'
import { licenceFile } from './licence-text.ts'
import { packageOf } from './package-of.ts'
import { readTree, type Tree } from './read-tree.ts'
import { stubMarker } from './stub-runtime.ts'
import { type DistTarget, linux, treeName, windows } from './target.ts'

/**
 * `node build/installer/verify-tree.ts FOLDER [win32-x64|linux-x64|linux-arm64] [--stub]`: whether a built folder may be
 * handed out. Prints what is wrong, one line each, and ends with 1; else its size and the parts that take the most room.
 *
 * @param project whose version the program must say and whose developers' packages must not be in it
 * @param options `stub`: one that was built of a stub is wanted (`stub-runtime`)
 */
export async function verifyTree(
  root: string,
  project: string,
  target: DistTarget,
  { stub = false } = {},
): Promise<readonly string[]> {
  const tree = readTree(root)
  const manifest = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
    version: string
    devDependencies: Readonly<Record<string, string>>
  }
  const facts = { productName: '科普日报送助手', version: manifest.version }
  const isStub = tree.files.some(({ path: file }) => file === stubMarker)
  return [
    ...(isStub && !stub ? [`${stubMarker}: there is no Electron in it, it runs nothing`] : []),
    ...checkTree(tree, target, Object.keys(manifest.devDependencies)),
    ...(await checkProgram(tree, target, facts)),
    ...unlicensed(tree),
  ]
}

/** Packages in the archive that the licences do not name. */
function unlicensed(tree: Tree): readonly string[] {
  if (!tree.files.some(({ place, path: file }) => place === 'top' && file === licenceFile)) return []
  const named = readFileSync(path.join(tree.root, licenceFile), 'utf8')
  const names = tree.files.flatMap(({ place, path: file }) =>
    place !== 'top' && file.startsWith('node_modules/') ? [packageOf(file)?.name ?? ''] : [],
  )
  return [...new Set(names)]
    .filter((name) => name !== '' && !named.includes(`  ${name} `))
    .map((name) => `${licenceFile} does not name the package ${name}`)
}

/** What the tree weighs, for people. */
export function describeTree(root: string): readonly string[] {
  const tree = readTree(root)
  return [
    `without Electron's own files: ${megabytes(ownBytes(tree))}; the largest parts:`,
    ...largestParts(tree, 10).map(({ name, bytes }) => `  ${megabytes(bytes).padStart(9)}  ${name}`),
  ]
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`

if (import.meta.main) {
  const stub = process.argv.includes('--stub')
  const [folder, name] = process.argv.slice(2).filter((word) => word !== '--stub')
  const all = [windows, ...linux]
  const target = all.find(
    (one) => name === `${one.os}-${one.cpu}` || (!name && treeName(one) === path.basename(folder ?? '')),
  )
  if (!folder || !target) {
    console.error('usage: verify-tree.ts FOLDER [win32-x64|linux-x64|linux-arm64] [--stub]')
    process.exit(2)
  }
  const problems = await verifyTree(
    path.resolve(folder),
    path.join(import.meta.dirname, '..', '..'),
    target,
    { stub },
  )
  for (const problem of problems) console.error(problem)
  if (problems.length === 0) console.log(describeTree(path.resolve(folder)).join('\n'))
  process.exitCode = problems.length === 0 ? 0 : 1
}
