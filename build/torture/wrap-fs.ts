import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CallKind } from './injection.ts'

/** What is to become of a call: nothing, an error in its stead, or fewer bytes than asked for. */
export type Fate = undefined | Error | 'short'
/** Told of every call before it is made. `named`: whether the system's errors of that call name the path. */
export type Decide = (call: {
  readonly name: string
  readonly kind: CallKind
  readonly paths: readonly string[]
  readonly named: boolean
}) => Fate

type Call = (...words: unknown[]) => unknown
type Room = Record<string, unknown>

/** Functions that take paths, and how many; `open` is told apart by its flags. */
const byPath: Readonly<Record<string, readonly [CallKind, 1 | 2]>> = {
  writeFile: ['write', 1],
  appendFile: ['write', 1],
  truncate: ['write', 1],
  readFile: ['read', 1],
  copyFile: ['write', 2],
  cp: ['write', 2],
  link: ['change', 2],
  symlink: ['change', 2],
  rename: ['rename', 2],
  mkdir: ['mkdir', 1],
  mkdtemp: ['mkdir', 1],
  readdir: ['list', 1],
  opendir: ['list', 1],
  stat: ['look', 1],
  lstat: ['look', 1],
  statfs: ['look', 1],
  access: ['look', 1],
  realpath: ['look', 1],
  readlink: ['look', 1],
  rm: ['remove', 1],
  rmdir: ['remove', 1],
  unlink: ['remove', 1],
  utimes: ['change', 1],
  chmod: ['change', 1],
}

/** Functions of open files by their number, and where they take the length. */
const byNumber: Readonly<Record<string, CallKind>> = {
  read: 'read',
  readv: 'read',
  write: 'write',
  writev: 'write',
  fsync: 'sync',
  fdatasync: 'sync',
  ftruncate: 'write',
  fstat: 'look',
  futimes: 'change',
  close: 'close',
}
const ofHandle: Readonly<Record<string, CallKind>> = {
  read: 'read',
  readv: 'read',
  readFile: 'read',
  write: 'write',
  writev: 'write',
  writeFile: 'write',
  appendFile: 'write',
  truncate: 'write',
  sync: 'sync',
  datasync: 'sync',
  stat: 'look',
  utimes: 'change',
}

const real = { ...fs, promises: { ...fs.promises } }

/** Puts `decide` before the functions of `node:fs` and `node:fs/promises`, in all their forms, in this thread. */
export function wrapFs(decide: Decide): void {
  const sync = fs as unknown as Room
  const promises = fs.promises as unknown as Room
  const asked = (name: string, kind: CallKind, paths: readonly string[]) =>
    paths.length === 0 ? undefined : decide({ name, kind, paths, named: true })
  const askedOfFile = (name: string, kind: CallKind, file: number) => {
    const opened = pathOf(file)
    return opened === undefined ? undefined : decide({ name, kind, paths: [opened], named: false })
  }
  for (const [name, [kind, many]] of [...Object.entries(byPath), ['open', ['open-read', 1]] as const]) {
    const fateOf = (words: readonly unknown[]) =>
      asked(name, name === 'open' ? openKind(words[1]) : kind, pathsIn(words.slice(0, many)))
    putBefore(promises, name, 'promise', fateOf)
    putBefore(sync, name, 'callback', fateOf)
    putBefore(sync, `${name}Sync`, 'sync', fateOf)
  }
  for (const [name, kind] of Object.entries(byNumber)) {
    const fateOf = ([file]: readonly unknown[]) =>
      typeof file === 'number' ? askedOfFile(name, kind, file) : undefined
    putBefore(sync, name, 'callback', fateOf, 1)
    putBefore(sync, `${name}Sync`, 'sync', fateOf, 1)
  }
  wrapHandles(promises, askedOfFile)
  syncBuiltinESMExports()
}

/** The class of open files is no export: it is had from an open file. `close` is each file's own. */
function wrapHandles(promises: Room, asked: (name: string, kind: CallKind, file: number) => Fate): void {
  let known = false
  const open = promises['open'] as Call
  promises['open'] = async (...words: unknown[]) => {
    const handle = (await open(...words)) as Room & { readonly fd: number }
    if (!known) {
      known = true
      const all = Object.getPrototypeOf(handle) as Room
      for (const [name, kind] of Object.entries(ofHandle)) {
        const before = all[name] as Call
        all[name] = async function wrapped(this: { readonly fd: number }, ...rest: unknown[]) {
          const fate = asked(name, kind, this.fd)
          if (fate instanceof Error) throw fate
          return before.apply(this, fate === 'short' ? shortened(rest, 0) : rest)
        }
      }
    }
    const close = handle['close'] as Call
    handle['close'] = async () => {
      const fate = asked('close', 'close', handle.fd)
      // A file is closed even where closing it fails: that is when network disks say that they are full.
      await close.call(handle)
      if (fate instanceof Error) throw fate
    }
    return handle
  }
}

function putBefore(
  room: Room,
  name: string,
  form: 'promise' | 'callback' | 'sync',
  fateOf: (words: readonly unknown[]) => Fate,
  lengthFrom = 0,
): void {
  const before = room[name] as Call | undefined
  if (typeof before !== 'function') return
  const wrapped = (...words: unknown[]): unknown => {
    const fate = fateOf(words)
    const given = fate === 'short' ? shortened(words, lengthFrom) : words
    if (!(fate instanceof Error)) return before.apply(room, given)
    if (name.startsWith('close')) closeAfterAll(words[0])
    if (form === 'promise') return Promise.reject(fate)
    const back = words.at(-1)
    if (form === 'sync' || typeof back !== 'function') throw fate
    process.nextTick(back, fate)
  }
  // `realpath.native` and its like.
  room[name] = Object.assign(wrapped, before)
}

function closeAfterAll(file: unknown): void {
  if (typeof file === 'number') real.closeSync(file)
}

/** The words of a read or write with half the length. */
function shortened(words: readonly unknown[], from: number): unknown[] {
  const [buffer, second, length] = words.slice(from)
  const given = [...words]
  const half = (bytes: number) => Math.max(1, Math.floor(bytes / 2))
  if (!ArrayBuffer.isView(buffer)) return given
  if (typeof length === 'number') given[from + 2] = half(length)
  else if (typeof second !== 'object' || second === null) {
    const offset = typeof second === 'number' ? second : 0
    given[from + 1] = offset
    given[from + 2] = half(buffer.byteLength - offset)
  } else {
    const { offset = 0, length: asked } = second as { offset?: number; length?: number }
    given[from + 1] = { ...second, length: half(asked ?? buffer.byteLength - offset) }
  }
  return given
}

const openKind = (flags: unknown): CallKind => {
  const { O_WRONLY, O_RDWR, O_CREAT } = fs.constants
  if (typeof flags === 'number')
    return (flags & (O_WRONLY | O_RDWR | O_CREAT)) === 0 ? 'open-read' : 'open-write'
  return typeof flags !== 'string' || /^rs?$/.test(flags) ? 'open-read' : 'open-write'
}

function pathsIn(words: readonly unknown[]): string[] {
  return words.flatMap((word) => {
    if (typeof word === 'string') return [path.resolve(word)]
    if (word instanceof URL && word.protocol === 'file:') return [fileURLToPath(word)]
    return Buffer.isBuffer(word) ? [path.resolve(word.toString())] : []
  })
}

/** The path of an open file, also of one that another thread has opened (Linux). */
function pathOf(file: number): string | undefined {
  try {
    return real.readlinkSync(`/proc/self/fd/${file}`)
  } catch {
    return undefined
  }
}
