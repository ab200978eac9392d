/** Loaded into a program before all else (`node --import`), and into its threads: spoils the call that was chosen. */
import fs from 'node:fs'
import { constants } from 'node:os'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'
import {
  type Act,
  callKinds,
  type Counts,
  type DiaryLine,
  type ErrorCode,
  type Injection,
  injectionVariable,
  type Place,
  places,
} from './injection.ts'
import { meddle } from './meddle.ts'
import { wrapFs } from './wrap-fs.ts'

const { appendFileSync } = fs
const injection = JSON.parse(process.env[injectionVariable] ?? 'null') as Injection | null
const started = Date.now() - performance.now()

function begin({ folders, diary, at, act }: Injection): void {
  const board = sharedBoard()
  const note = (line: DiaryLine) => appendFileSync(diary, `${JSON.stringify(line)}\n`)
  const now = () => Math.round(Date.now() - started)
  wrapFs(({ name, kind, paths, named }) => {
    const place = placeOf(paths, folders)
    if (place === undefined) return undefined
    Atomics.add(board, slotOf(place, kind), 1)
    if (place === 'target' && kind === 'open-write' && Atomics.exchange(board, slots.writing, 1) === 0)
      note({ happened: 'writing', ms: now() })
    if (!at || !act || at.place !== place || !at.kinds.includes(kind)) return undefined
    const number = Atomics.add(board, slots.matching, 1) + 1
    const isFirst = number === at.nth
    if (isFirst) {
      Atomics.store(board, slots.since, now())
      note({ happened: 'act', ms: now(), call: name, path: paths.join(' → ') })
    }
    if (act.type === 'fail' || act.type === 'short') {
      const goesOn =
        act.lasting === 'always' ||
        (act.lasting !== 'once' && now() < Atomics.load(board, slots.since) + act.lasting)
      if (!isFirst && (number < at.nth || !goesOn)) return undefined
      return act.type === 'short' ? 'short' : systemError(act.code, name, named ? paths : [])
    }
    if (isFirst) strike(act, note)
    return undefined
  })
  if (isMainThread) process.on('exit', () => note({ happened: 'counts', counts: countsOf(board) }))
}

function strike(act: Exclude<Act, { type: 'fail' | 'short' }>, note: (line: DiaryLine) => void): void {
  if (act.type === 'signal') process.kill(act.group ? -process.pid : process.pid, act.signal)
  else {
    let meddled: ReturnType<typeof meddle> = new Map()
    try {
      meddled = meddle(act.meddling)
    } catch {
      // What is not there yet, or not any more, cannot be meddled with.
    }
    for (const [path, sha256] of meddled) note({ happened: 'meddled', path, sha256 })
  }
}

const slots = { matching: 0, since: 1, writing: 2, counts: 3 } as const
const slotOf = (place: Place, kind: (typeof callKinds)[number]): number =>
  slots.counts + places.indexOf(place) * callKinds.length + callKinds.indexOf(kind)

/** One count over all threads: a thread that begins later is given the same memory. */
function sharedBoard(): Int32Array {
  const name = 'kepuri-torture'
  if (isMainThread)
    setEnvironmentData(name, new SharedArrayBuffer(4 * (slots.counts + places.length * callKinds.length)))
  return new Int32Array(getEnvironmentData(name) as unknown as SharedArrayBuffer)
}

function countsOf(board: Int32Array): Counts {
  return Object.fromEntries(
    places.map((place) => [
      place,
      Object.fromEntries(callKinds.map((kind) => [kind, Atomics.load(board, slotOf(place, kind))])),
    ]),
  )
}

function placeOf(paths: readonly string[], folders: Injection['folders']): Place | undefined {
  return places.find((place) =>
    paths.some((one) => one === folders[place] || one.startsWith(`${folders[place]}/`)),
  )
}

/** As Node makes them; calls on open files bear no path. */
function systemError(code: ErrorCode, syscall: string, paths: readonly string[]): Error {
  const [path, dest] = paths
  const words = [`${code}: injected, ${syscall}`, ...paths.map((one) => `'${one}'`)].join(' ')
  return Object.assign(new Error(words), {
    code,
    errno: -constants.errno[code],
    syscall,
    ...(path !== undefined && { path }),
    ...(dest !== undefined && { dest }),
  })
}

if (injection) begin(injection)
