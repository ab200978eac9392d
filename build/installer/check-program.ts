import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { programName } from './check-tree.ts'
import { peResources, resourceTypes, versionString } from './pe-resources.ts'
import { type Tree } from './read-tree.ts'
import { type DistTarget } from './target.ts'
import { fuseProblems } from './wanted-fuses.ts'

/** What the program file must say of itself. */
export interface ProgramFacts {
  readonly productName: string
  readonly version: string
}

/** What is wrong with the program itself: its fuses, and on Windows its name, icon and the mark of its archive. */
export async function checkProgram(
  tree: Tree,
  target: DistTarget,
  facts: ProgramFacts,
): Promise<readonly string[]> {
  const program = path.join(tree.root, programName(target))
  // That it is missing has been said.
  if (!existsSync(program)) return []
  const fuses = await fuseProblems(program)
  return target.os === 'win32'
    ? [...fuses, ...resourceProblems(readFileSync(program), tree, facts)]
    : [...fuses, ...notToBeRun(tree)]
}

/** Of Linux: programs that lack the right to be run. */
function notToBeRun(tree: Tree): readonly string[] {
  return tree.files
    .filter(
      ({ place, path: file, kind }) => kind && place !== 'archive' && !/\.node$|\.so(?:\.|$)/.test(file),
    )
    .map(({ place, path: file }) => (place === 'unpacked' ? `resources/app.asar.unpacked/${file}` : file))
    .filter((file) => (statSync(path.join(tree.root, file)).mode & 0o111) === 0)
    .map((file) => `${file} may not be run`)
}

function resourceProblems(program: Buffer, tree: Tree, facts: ProgramFacts): readonly string[] {
  const resources = peResources(program)
  const version = resources.find(({ type }) => type === resourceTypes.version)?.data
  const product = version && versionString(version, 'ProductName')
  const number = version && versionString(version, 'ProductVersion')
  return [
    ...(product === facts.productName
      ? []
      : [`the program calls itself ${product}, not ${facts.productName}`]),
    ...(number?.startsWith(facts.version)
      ? []
      : [`the program says version ${number}, not ${facts.version}`]),
    ...iconProblems(resources.filter(({ type }) => type === resourceTypes.iconGroup).map(({ data }) => data)),
    ...integrityProblems(resources.find(({ type }) => type === 'INTEGRITY')?.data, tree),
  ]
}

const sizes = [16, 24, 32, 48, 256]

/** A group of icons is a count at 4 and entries of 14 bytes, width first, 0 for 256. */
function iconProblems(groups: readonly Buffer[]): readonly string[] {
  const [group] = groups
  if (!group) return ['the program has no icon']
  const there = Array.from({ length: group.readUInt16LE(4) }, (_, index) => group[6 + index * 14] || 256)
  const missing = sizes.filter((size) => !there.includes(size))
  return missing.length === 0 ? [] : [`the program's icon lacks ${missing.join(', ')} px`]
}

function integrityProblems(resource: Buffer | undefined, tree: Tree): readonly string[] {
  if (!resource) return ['the program holds no mark of its archive']
  const hash = createHash('sha256').update(tree.archiveHeader).digest('hex')
  const marks = JSON.parse(resource.toString()) as readonly { file: string; alg: string; value: string }[]
  const mark = marks.find(({ file }) => file.toLowerCase() === 'resources\\app.asar')
  return mark?.value === hash && mark.alg === 'SHA256'
    ? []
    : ['app.asar is not the archive that the program expects']
}
