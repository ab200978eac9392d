import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Whether this run may mount volumes: root on Linux, and not in a container that forbids it. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount()

function canMount(): boolean {
  const place = mkdtempSync(path.join(tmpdir(), 'kepuri-mount-'))
  try {
    mount('size=1m', place)
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Mounts a volume of its own in a folder that is made for it, until it goes out of scope. */
export async function mountVolume(options: string, place: string) {
  mkdirSync(place, { recursive: true })
  mount(options, place)
  /** As a stick that is pulled out while files on it are open. */
  const pull = () => void execFileSync('umount', ['-l', place])
  let pulled = false
  return {
    place,
    pull() {
      pulled = true
      pull()
    },
    async [Symbol.asyncDispose]() {
      if (!pulled) pull()
    },
  }
}

function mount(options: string, place: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' })
}
