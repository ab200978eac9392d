import { rename, rm } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DiskTrouble, SourceTrouble } from './fault-kinds.ts'
import type { Act, Injection } from './injection.ts'
import type { Meddling } from './meddle.ts'
import { layTarget, mountDisk, plugIn, protect, leaveFree, type Room } from './room.ts'
import type { Round } from './rounds.ts'
import type { RunOptions } from './run-program.ts'
import { momentAt, type Usual } from './usual.ts'

/** How a kind of fault is brought about in one run. */
export interface Strike {
  readonly injection?: Omit<Injection, 'folders' | 'diary'>
  readonly options?: RunOptions
  /** What was in the target is taken away with it; where it goes to, below the disk (`-` for nowhere). */
  readonly takes?: string
  /** As soon as the program has ended, before anything is looked at. */
  readonly over?: () => Promise<void>
  /** Before the run in peace. */
  readonly mend?: () => Promise<void>
}

type FaultRound = Extract<Round, { type: 'fault' }>

export async function strikeOf(round: FaultRound, room: Room, usual: Usual): Promise<Strike> {
  const { kind, share } = round
  switch (kind.type) {
    case 'fail':
    case 'short': {
      const { place, kinds, lasting } = kind
      const act: Act =
        kind.type === 'fail' ? { type: 'fail', code: kind.code, lasting } : { type: 'short', lasting }
      return { injection: { at: momentAt(share, usual, { place, kinds }), act } }
    }
    case 'signal': {
      const { signal } = kind
      return { injection: at(share, usual, { type: 'signal', signal, group: false }) }
    }
    case 'source':
      return sourceStrike(kind.what, round, room, usual)
    case 'disk':
      return diskStrike(kind.what, round, room, usual)
  }
}

/** Half of the moments lie where sources are read, half where the target is written. */
const at = (share: number, usual: Usual, act: Act): NonNullable<Strike['injection']> =>
  share < 0.5
    ? { at: momentAt(share * 2, usual, { place: 'sources', kinds: ['open-read', 'read', 'look'] }), act }
    : {
        at: momentAt(share * 2 - 1, usual, {
          place: 'target',
          kinds: ['open-write', 'write', 'sync', 'rename', 'look'],
        }),
        act,
      }

function sourceStrike(
  what: SourceTrouble,
  { file: index, share }: FaultRound,
  room: Room,
  usual: Usual,
): Strike {
  const name = room.material.photos[index] ?? ''
  const file = path.join(room.media, name)
  const by = path.join(room.material.twins, name)
  const aside = `${room.media}挪走`
  const meddlings: Readonly<Record<SourceTrouble, Meddling>> = {
    truncated: { what: 'truncate', file },
    grown: { what: 'grow', file },
    replaced: { what: 'replace', file, by, disguised: false },
    disguised: { what: 'replace', file, by, disguised: true },
    removed: { what: 'remove', file },
    forbidden: { what: 'forbid', file },
    touched: { what: 'touch', file },
    'folder-moved': { what: 'move-folder', folder: room.media, to: aside },
  }
  const injection = at(share, usual, { type: 'meddle', meddling: meddlings[what] })
  return {
    injection,
    ...(what === 'forbidden' && { options: { through: withoutPrivilege() } }),
    ...(what === 'folder-moved' && {
      over: async () => {
        if (existsSync(aside)) await rename(aside, room.media)
      },
    }),
  }
}

/** Nothing is forbidden to root, unless it gives that away first. */
const withoutPrivilege = (): string[] =>
  process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0
    ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search']
    : []

const mebibyte = 1024 * 1024
const ample = 256 * mebibyte

async function diskStrike(what: DiskTrouble, round: FaultRound, room: Room, usual: Usual): Promise<Strike> {
  const { share } = round
  const during = (meddling: Meddling): NonNullable<Strike['injection']> => ({
    at: momentAt(share, usual, {
      place: 'target',
      kinds: ['open-write', 'write', 'sync', 'rename', 'look', 'mkdir'],
    }),
    act: { type: 'meddle', meddling },
  })
  const onDisk = async (bytes: number) => {
    await rm(room.target, { recursive: true, force: true })
    await mountDisk(room, bytes)
    await layTarget(room, round)
  }
  switch (what) {
    case 'small': {
      await onDisk(ample)
      await leaveFree(room, Math.round((4 + share * 8) * mebibyte))
      return { mend: () => leaveFree(room, ample) }
    }
    case 'fills': {
      await onDisk(ample)
      const ballast = path.join(room.disk, '别的文件.bin')
      return { injection: during({ what: 'fill', file: ballast }), over: () => rm(ballast, { force: true }) }
    }
    case 'unplugged': {
      await onDisk(ample)
      return {
        injection: during({ what: 'unplug', folder: room.disk }),
        takes: '-',
        mend: async () => plugIn(room),
      }
    }
    case 'read-only': {
      await onDisk(ample)
      protect(room, 'ro')
      return { mend: async () => protect(room, 'rw') }
    }
    case 'file-limit':
      return { options: { through: ['prlimit', `--fsize=${Math.round((1 + share * 2) * mebibyte)}`] } }
    case 'target-removed':
      return { injection: during({ what: 'remove-folder', folder: room.target }), takes: '-' }
    case 'target-moved': {
      const aside = path.join(room.disk, '挪走')
      return {
        injection: during({ what: 'move-folder', folder: room.target, to: aside }),
        takes: path.basename(aside),
        mend: async () => {
          if (existsSync(aside) && !existsSync(room.target)) await rename(aside, room.target)
        },
      }
    }
  }
}
