import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect } from 'vitest'
import type { z } from 'zod'

const program = fileURLToPath(new URL('./kepuri.ts', import.meta.url))
/** Compiled sources are kept between the many short runs: half the time of each. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/kepuri-cli', import.meta.url))

export interface Ran {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<Ran>
}

/** A folder of the tests of one file, removed after them; the program runs in it. */
export interface Desk {
  /** A path below the folder. */
  path(...names: string[]): string
  /** Writes a file, with its folders. */
  write(name: string, content: Buffer | string): Promise<void>
  folder(name: string): Promise<void>
  /** Starts the program, with the folder's own caches or those in `dataDir`, and without a browser unless `env` names one. */
  start(args: readonly string[], dataDir?: string, env?: NodeJS.ProcessEnv): Running
  run(...args: string[]): Promise<Ran>
  /** Runs with `--json`: standard output is one JSON document of the promised shape, and nothing else. */
  json<S extends z.ZodType>(shape: S, ...args: string[]): Promise<Ran & { readonly json: z.output<S> }>
  /** Every file and folder with size and time of change. */
  listing(): Promise<string[]>
  /** The program refuses: this code, nothing on standard output, one line on standard error, and nothing written. */
  refuses(args: readonly string[], code: number, line: RegExp): Promise<void>
}

export function desk(): Desk {
  let folder = ''
  let ownDataDir = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kepuri-命令行-'))
    ownDataDir = await mkdtemp(path.join(tmpdir(), 'kepuri-data-'))
  })
  afterAll(async () => {
    await Promise.all(
      [folder, ownDataDir].map((one) => rm(one, { recursive: true, force: true, maxRetries: 5 })),
    )
  })

  const start = (args: readonly string[], dataDir = ownDataDir, given: NodeJS.ProcessEnv = {}): Running => {
    const env = {
      ...process.env,
      KEPURI_DATA_DIR: dataDir,
      NODE_COMPILE_CACHE: compiled,
      // Hundreds of packages are written by the tests; few of them are about printing.
      CHROMIUM: 'none',
      ...given,
    }
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (data: Buffer) => out.push(data))
    child.stderr.on('data', (data: Buffer) => err.push(data))
    const text = (parts: readonly Buffer[]) => Buffer.concat(parts).toString('utf8')
    const ended = new Promise<Ran>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, out: text(out), err: text(err) }))
    })
    return { process: child, ended }
  }
  const run = (...args: string[]) => start(args).ended
  const here = (...names: string[]) => path.join(folder, ...names)

  const listing = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const lines = entries.map(async (entry) => {
      const { size, mtimeMs } = await stat(path.join(entry.parentPath, entry.name))
      const name = path.relative(folder, path.join(entry.parentPath, entry.name))
      return entry.isDirectory() ? `${name}/` : `${name} ${size} ${mtimeMs}`
    })
    return (await Promise.all(lines)).toSorted()
  }

  return {
    path: here,
    async write(name, content) {
      await mkdir(path.dirname(here(name)), { recursive: true })
      await writeFile(here(name), content)
    },
    async folder(name) {
      await mkdir(here(name), { recursive: true })
    },
    start,
    run,
    async json(shape, ...args) {
      const ran = await run(...args, '--json')
      return { ...ran, json: shape.parse(JSON.parse(ran.out)) }
    },
    listing,
    async refuses(args, code, line) {
      const before = await listing()
      const ran = await run(...args)
      const lines = ran.err.trimEnd().split('\n')
      expect(lines).toEqual([expect.stringMatching(line)])
      expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
      expect(await listing()).toEqual(before)
    },
  }
}
