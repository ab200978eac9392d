import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type ColumnUses, MemorableColumns, RememberedColumns } from '../../shared/lists/columns.ts'
import type { World } from '../world.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { makeFolders } from './make-folders.ts'
import { parseJson } from './parse-json.ts'
import { patiently } from './patiently.ts'
import { renamePatiently } from './rename-patiently.ts'
import { readFault, writeFault } from './system-fault.ts'
import { systemReason } from './system-reason.ts'

/** The one remembered last stands last. */
const Document = z.object({ version: z.literal(1), columns: z.array(RememberedColumns) })

/** How columns under known headers are to be understood, kept between runs. */
export interface ColumnMemory {
  /** What is remembered, by headers. Nothing where it cannot be read: columns are then proposed anew. */
  recall(): Promise<ReadonlyMap<string, ColumnUses>>
  /**
   * Remembers columns over what was remembered under the same headers; the oldest beyond 500 are forgotten, and what is
   * too long is not remembered at all.
   *
   * @throws Fault `not-readable`, `disk-full`, `out-unwritable`
   */
  remember(columns: readonly RememberedColumns[]): Promise<void>
}

const most = 500

export function openColumnMemory({
  dataDir,
  now,
  log,
}: Pick<World, 'dataDir' | 'now' | 'log'>): ColumnMemory {
  const file = join(dataDir, 'columns.json')
  let turn: Promise<unknown> = Promise.resolve()
  /** Runs after all that was asked before, whether that worked or not. */
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const mine = turn.then(action, action)
    turn = mine
    return mine
  }

  /** Rejects with the system's error. What is there and makes no sense is put aside, for nobody can mend it by program. */
  const read = async (): Promise<Map<string, ColumnUses>> => {
    const text = await patiently(() => readFile(file, 'utf8')).catch((error: unknown) => {
      if (systemReason(error) === 'ENOENT') return undefined
      throw error
    })
    const document = text === undefined ? undefined : Document.safeParse(parseJson(text))
    if (document && !document.success) {
      const aside = `${file}.damaged-${now().getTime()}`
      await renamePatiently(file, aside)
      log({ level: 'warn', event: 'columns-set-aside', data: { path: aside } })
    }
    return new Map(document?.data?.columns.filter(isMemorable).map(({ headers, uses }) => [headers, uses]))
  }

  return {
    recall: () =>
      inTurn(() =>
        read().catch((error: unknown) => {
          log({ level: 'warn', event: 'columns-unreadable', data: { path: file, error: String(error) } })
          return new Map()
        }),
      ),
    remember: (columns) =>
      inTurn(async () => {
        const known = await read().catch((error: unknown) => {
          throw readFault(error, file)
        })
        for (const { headers, uses } of columns.filter(isMemorable)) {
          // Out and in again, so that it stands last.
          known.delete(headers)
          known.set(headers, uses)
        }
        const kept = [...known].slice(-most).map(([headers, uses]) => ({ headers, uses }))
        try {
          await makeFolders(dirname(file))
          await writeFileAtomically(file, JSON.stringify({ version: 1, columns: kept }))
        } catch (error) {
          throw writeFault(error, file)
        }
      }),
  }
}

const isMemorable = (columns: RememberedColumns): boolean => MemorableColumns.safeParse(columns).success
