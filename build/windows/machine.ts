import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Ran, type Started, startBounded } from './bounded-run.ts'

/** A computer on which kepuri runs: Windows' Node under Wine, or Linux's. Both see the same material. */
export interface Machine {
  readonly name: 'Windows' | 'Linux'
  /** Its paths of the material, of the clerk's own folder, and of the program's resources, as it writes them. */
  material(...names: readonly string[]): string
  own(...names: readonly string[]): string
  resources(...names: readonly string[]): string
  /** A file of the clerk's own folder as we reach it. */
  here(...names: readonly string[]): string
  /** A path that it has written, as we reach it. */
  reach(written: string): string
  /** What it wrote, with its paths as both would write them. */
  plain<T>(value: T): T
  /** Runs to the end. @throws Error when that takes too long */
  kepuri(title: string, words: readonly string[], more?: More): Promise<Ran>
  start(title: string, words: readonly string[], more?: More): Started
}

export interface More {
  /** The system's own place for data instead of one in the clerk's folder. */
  readonly ownData?: boolean
  /** Stands in for the program: code to evaluate. */
  readonly evaluate?: string
}

export interface MachineParts {
  readonly name: Machine['name']
  /** What starts Node. */
  readonly node: readonly string[]
  /** Folder of the program's package.json, its materials and the clerk's own folder, as the machine writes them, and as we reach the last two. */
  readonly program: string
  readonly material: Place
  readonly own: Place
  readonly logs: string
  readonly environment: NodeJS.ProcessEnv
}
export interface Place {
  readonly written: string
  readonly here: string
}

const limitSeconds = 120

export function openMachine(parts: MachineParts): Machine {
  const { name, node, program, material, own, logs, environment } = parts
  const rules = name === 'Windows' ? path.win32 : path.posix
  mkdirSync(own.here, { recursive: true })
  const env = (data: string | undefined) => ({
    ...environment,
    TZ: 'Asia/Shanghai',
    CHROMIUM: 'none',
    KEPURI_DATA_DIR: data,
  })
  const start: Machine['start'] = (title, words, { ownData = false, evaluate } = {}) => {
    const log = path.join(logs, `${title}-${name}`)
    const what = evaluate === undefined ? [rules.join(program, 'out', 'cli', 'kepuri.js')] : ['-e', evaluate]
    const command = [...node, ...what, ...words]
    mkdirSync(logs, { recursive: true })
    writeFileSync(`${log}.command`, `${command.join(' ')}\n`)
    const data = ownData ? undefined : rules.join(own.written, '数据')
    return startBounded(command, { log, limitSeconds, cwd: own.here, env: env(data) })
  }
  // Longest first: one may lie in another.
  const known = [
    [own.written, '<own>'],
    [material.written.replace(/[\\/]$/, ''), '<material>'],
    [program, '<program>'],
  ] as const
  const plainText = (text: string): string => {
    let plain = text
    for (const [root, mark] of known) plain = plain.replaceAll(root, mark)
    return plain === text || name === 'Linux' ? plain : plain.replaceAll('\\', '/')
  }
  return {
    name,
    material: (...names) => rules.join(material.written, ...names),
    own: (...names) => rules.join(own.written, ...names),
    resources: (...names) => rules.join(program, 'resources', ...names),
    here: (...names) => path.join(own.here, ...names),
    reach: (written) => path.join(own.here, ...rules.relative(own.written, written).split(rules.sep)),
    plain: <T>(value: T) => mapTexts(value, plainText) as T,
    kepuri: (title, words, more) => start(title, words, more).ended,
    start,
  }
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [change(key), mapTexts(one, change)]))
}
