import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type DistTarget, targetName } from './target.ts'

/** Lies in the root of every tree built of a stub, so that none is ever taken for a program that runs. */
export const stubMarker = 'STUB-RUNTIME.txt'

const sources = path.join(import.meta.dirname, 'stub')

/** Compilers by target, and Debian's packages that hold them. */
const compilers = {
  'win32-x64': { program: 'x86_64-w64-mingw32-gcc', debian: 'gcc-mingw-w64-x86-64-win32' },
  'linux-x64': { program: 'gcc', debian: 'gcc' },
  'linux-arm64': { program: 'aarch64-linux-gnu-gcc', debian: 'gcc-aarch64-linux-gnu' },
} as const

/**
 * A runtime that runs nothing, for proving the packaging where Electron's cannot be fetched: a program with a version
 * resource, an icon's place and a fuse wire as Electron's has them, and three languages of which one must go.
 *
 * @throws when there is no compiler and none can be installed
 */
export function makeStubRuntime(folder: string, target: DistTarget): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  mkdirSync(path.join(folder, 'resources'))
  for (const language of ['zh-CN', 'en-US', 'de'])
    writeFileSync(path.join(folder, 'locales', `${language}.pak`), 'stub\n')
  writeFileSync(path.join(folder, stubMarker), '这不是可以运行的程序：里面没有 Electron，只用来检验打包。\n')
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, name), 'stub\n')
  compile(folder, target)
}

function compile(folder: string, target: DistTarget): void {
  const compiler = compilerFor(target)
  if (target.os === 'linux') {
    const words = [
      '-O1',
      '-s',
      '-nostdlib',
      '-static',
      '-o',
      path.join(folder, 'electron'),
      path.join(sources, 'electron-linux.c'),
    ]
    execFileSync(compiler, words, { stdio: ['ignore', 'ignore', 'inherit'] })
    return
  }
  const resource = path.join(folder, 'electron.o')
  execFileSync(compiler.replace(/gcc$/, 'windres'), [
    path.join(sources, 'electron.rc'),
    '-O',
    'coff',
    '-o',
    resource,
  ])
  const program = path.join(folder, 'electron.exe')
  execFileSync(compiler, [
    '-O1',
    '-s',
    '-mwindows',
    '-o',
    program,
    path.join(sources, 'electron.c'),
    resource,
  ])
  rmSync(resource)
}

function compilerFor(target: DistTarget): string {
  const { program, debian } = compilers[targetName(target) as keyof typeof compilers]
  if (runs(program)) return program
  // Only root on Debian can; anybody else is told what is missing.
  const { status } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', debian], {
    stdio: 'ignore',
  })
  if (status === 0 && runs(program)) return program
  throw new Error(`no ${program} to compile a stub runtime with: install the package ${debian}`)
}

const runs = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
