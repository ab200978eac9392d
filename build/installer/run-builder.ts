import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type DistTarget } from './target.ts'

/** One run of electron-builder. */
export interface BuilderRun {
  readonly root: string
  readonly target: DistTarget
  /** What is made: `dir` for the folder, else an installer's kind. */
  readonly kind: 'dir' | 'nsis' | 'portable' | 'zip' | 'deb'
  readonly stage: string
  readonly output: string
  /** A folder with an unpacked Electron; without one electron-builder fetches it. */
  readonly runtime: string | undefined
  /** A verified folder that installers are made of. */
  readonly tree: string | undefined
}

/** @returns what electron-builder said last, when it failed */
export function runBuilder(run: BuilderRun): { failure: string | undefined } {
  const { root, target, kind, stage, output, runtime, tree } = run
  const words = [
    path.join(root, 'node_modules', 'electron-builder', 'cli.js'),
    target.os === 'win32' ? '--win' : '--linux',
    kind,
    `--${target.cpu}`,
    '--publish',
    'never',
    '--config',
    path.join(root, 'electron-builder.yml'),
    `-c.directories.app=${stage}`,
    `-c.directories.output=${output}`,
    `-c.electronVersion=${electronVersion(root)}`,
    // Below /opt, where scripts of all kinds pass, the folder's name is Latin; the menu says the Chinese one.
    ...(target.os === 'linux' ? ['-c.productName=KepuriPackager'] : []),
    ...(runtime ? [`-c.electronDist=${runtime}`] : []),
    ...(tree ? ['--prepackaged', tree] : []),
  ]
  const { status, stdout, stderr, error } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...ownArchiver(), ...process.env, NO_UPDATE_NOTIFIER: '1' },
  })
  if (status === 0) return { failure: undefined }
  return { failure: (error?.message ?? `${stdout}\n${stderr}`).trim() }
}

/** The machine's own 7-Zip, where there is one: else electron-builder fetches another. */
function ownArchiver(): NodeJS.ProcessEnv {
  const places = (process.env['PATH'] ?? '').split(path.delimiter)
  const found = ['7zz', '7z']
    .flatMap((name) => places.map((place) => path.join(place, name)))
    .find(existsSync)
  return found === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: found }
}

function electronVersion(root: string): string {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { version?: string }>>
  }
  const version = lock.packages['node_modules/electron']?.version
  if (version === undefined) throw new Error('package-lock.json names no electron')
  return version
}

/** The line of a failed run that says why. */
export function reasonOf(failure: string): string {
  const lines = failure.split('\n').map((line) => line.trim())
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|40[34]|502|getaddrinfo|fetch failed/i.test(failure)
  )
    return '要从网上下载的东西下载不到'
  return (lines.find((line) => line.startsWith('⨯')) ?? lines.at(-1) ?? '').slice(0, 300)
}
