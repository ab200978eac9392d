import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'

/** What another program, or a hand, does to files while they are packed. */
export type Meddling =
  | { readonly what: 'truncate' | 'grow' | 'remove' | 'touch' | 'forbid'; readonly file: string }
  /** Another file in its place; `disguised` keeps the time of change. */
  | {
      readonly what: 'replace'
      readonly file: string
      readonly by: string
      readonly disguised: boolean
    }
  | { readonly what: 'remove-folder'; readonly folder: string }
  | { readonly what: 'move-folder'; readonly folder: string; readonly to: string }
  /** Writes until the disk is full. */
  | { readonly what: 'fill'; readonly file: string }
  | { readonly what: 'unplug'; readonly folder: string }

/** The functions as they were before anybody wrapped them: this module is loaded first. */
const real = { ...fs }

/** @returns the files that are not what they were: their SHA-256, null where they are gone */
export function meddle(meddling: Meddling): ReadonlyMap<string, string | null> {
  switch (meddling.what) {
    case 'truncate': {
      real.truncateSync(meddling.file, Math.floor(real.statSync(meddling.file).size * 0.6))
      break
    }
    case 'grow': {
      real.appendFileSync(meddling.file, Buffer.alloc(70_000, 1))
      break
    }
    case 'remove': {
      real.unlinkSync(meddling.file)
      break
    }
    case 'touch': {
      const now = new Date()
      real.utimesSync(meddling.file, now, now)
      return new Map()
    }
    case 'forbid': {
      real.chmodSync(meddling.file, 0)
      return new Map()
    }
    case 'replace': {
      replace(meddling)
      break
    }
    case 'remove-folder': {
      real.rmSync(meddling.folder, { recursive: true, force: true, maxRetries: 20 })
      return new Map()
    }
    case 'move-folder': {
      real.renameSync(meddling.folder, meddling.to)
      return new Map()
    }
    case 'fill': {
      fill(meddling.file)
      return new Map()
    }
    case 'unplug': {
      spawnSync('umount', ['-l', meddling.folder], { env: { PATH: process.env['PATH'] } })
      return new Map()
    }
  }
  return new Map([[meddling.file, hashOf(meddling.file)]])
}

function replace({ file, by, disguised }: Extract<Meddling, { what: 'replace' }>): void {
  // Beside it under a name that no program would take for a picture, then over it in one step, as programs save.
  const beside = `${by}.copy`
  const before = real.statSync(file, { bigint: true })
  real.copyFileSync(by, beside)
  if (disguised) {
    // Through the system's own program: Node's times are doubles, and lose the nanoseconds.
    const env = { PATH: process.env['PATH'] }
    spawnSync('touch', ['-r', file, beside], { env })
    const after = real.statSync(beside, { bigint: true })
    if (after.mtimeNs !== before.mtimeNs || after.size !== before.size)
      throw new Error(`no disguise: ${file}`)
  }
  real.renameSync(beside, file)
}

function fill(file: string): void {
  const handle = real.openSync(file, 'w')
  try {
    for (let size = 1 << 20; size >= 512;)
      try {
        real.writeSync(handle, Buffer.alloc(size))
      } catch {
        size >>= 1
      }
  } finally {
    real.closeSync(handle)
  }
}

function hashOf(file: string): string | null {
  try {
    return createHash('sha256').update(real.readFileSync(file)).digest('hex')
  } catch {
    return null
  }
}
