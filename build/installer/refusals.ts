import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { gatherLicences } from './licences.ts'
import { licenceFile } from './licence-text.ts'
import { runBuilder } from './run-builder.ts'
import { layStage } from './stage.ts'
import { stageModules } from './stage-modules.ts'
import { makeStubRuntime } from './stub-runtime.ts'
import { treeName, windows } from './target.ts'
import { verifyTree } from './verify-tree.ts'

/** A damaged tree, and the line by which the verifier must refuse it. */
interface Damage {
  readonly what: string
  readonly damage: (tree: string) => void | Promise<void>
  readonly refusal: RegExp
}

const ffprobe = 'resources/app.asar.unpacked/node_modules/@ffprobe-installer/win32-x64/ffprobe.exe'
const libvips = 'resources/app.asar.unpacked/node_modules/@img/sharp-win32-x64/lib/libvips-42.dll'

const damages: readonly Damage[] = [
  {
    what: 'a tree without ffprobe.exe',
    damage: (tree) => rmSync(path.join(tree, ffprobe)),
    refusal: /lacks .*ffprobe/,
  },
  {
    what: 'a tree with a program for Linux in place of one for Windows',
    damage: (tree) => copyFileSync(process.execPath, path.join(tree, libvips)),
    refusal: /libvips-42\.dll is (?:elf|other)/,
  },
  {
    what: 'a program that can still be used as Node',
    damage: async (tree) => {
      const program = path.join(tree, 'KepuriPackager.exe')
      await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true })
    },
    refusal: /fuse RunAsNode is not off/,
  },
  {
    what: 'an archive that was changed after the build',
    damage: (tree) => {
      const archive = path.join(tree, 'resources', 'app.asar')
      const content = readFileSync(archive)
      content[content.indexOf('"hash":"') + 8] = 'x'.charCodeAt(0)
      writeFileSync(archive, content)
    },
    refusal: /not the archive that the program expects/,
  },
  {
    what: 'a language nobody asked for',
    damage: (tree) =>
      copyFileSync(path.join(tree, 'locales', 'zh-CN.pak'), path.join(tree, 'locales', 'de.pak')),
    refusal: /locales\/de\.pak is a language/,
  },
]

/**
 * Damages copies of a verified Windows tree, and builds one as somebody would who knows no stage, with the packages of
 * this machine's system: the verifier must refuse each for the right reason.
 *
 * @param tree verified, built of a stub
 * @param tell hears what was refused
 * @returns what was not refused; none when the verifier can be trusted
 */
export async function proveRefusals(
  project: string,
  tree: string,
  tell: (line: string) => void,
): Promise<readonly string[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'kepuri-refusals-'))
  const passed: string[] = []
  const expect = async (what: string, built: string, refusal: RegExp) => {
    const problems = await verifyTree(built, project, windows, { stub: true })
    const reason = problems.find((line) => refusal.test(line))
    if (reason === undefined) passed.push(`not refused: ${what} (${problems.length} other problems)`)
    else tell(`refused, as it must be: ${what}: ${reason}`)
  }
  try {
    for (const [index, { what, damage, refusal }] of damages.entries()) {
      // Archives are remembered by their path: each gets one of its own.
      const copy = path.join(scratch, `${index}`)
      cpSync(tree, copy, { recursive: true })
      await damage(copy)
      await expect(what, copy, refusal)
      rmSync(copy, { recursive: true })
    }
    await expect('a naive build', naiveBuild(project, scratch), /app\.asar.unpacked lacks .*win32-x64/)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return passed
}

/** The Windows program with the packages that a plain `npm ci` on Linux has installed. */
function naiveBuild(project: string, scratch: string): string {
  const packages = { os: 'linux', cpu: 'x64' } as const
  const work = path.join(project, '.stage')
  const stage = path.join(work, 'stage', 'naive')
  const modules = stageModules(project, path.join(work, 'modules'), packages)
  layStage(project, modules, stage)
  // The licences are those of the right packages: they are not what this is about.
  const right = stageModules(project, path.join(work, 'modules'), windows)
  const licences = path.join(work, 'licences', 'win-x64')
  writeFileSync(path.join(licences, licenceFile), gatherLicences(project, path.join(right, 'node_modules')))
  const runtime = path.join(scratch, 'runtime')
  makeStubRuntime(runtime, windows)
  const run = {
    root: project,
    target: windows,
    kind: 'dir',
    stage,
    output: scratch,
    runtime,
    tree: undefined,
  } as const
  const { failure } = runBuilder(run)
  rmSync(stage, { recursive: true, force: true })
  if (failure !== undefined) throw new Error(`the naive build failed, so nothing is proven:\n${failure}`)
  return path.join(scratch, treeName(windows))
}

if (import.meta.main) {
  const project = path.join(import.meta.dirname, '..', '..')
  const tree = path.join(project, 'dist', 'win-stub', treeName(windows))
  const passed = await proveRefusals(project, tree, (line) => console.log(line))
  for (const line of passed) console.error(line)
  process.exitCode = passed.length === 0 ? 0 : 1
}
