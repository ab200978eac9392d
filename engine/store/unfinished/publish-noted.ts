import { randomBytes } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { publishFile, type Publishing } from '../publish-file.ts'
import { workplaceName } from './leftovers.ts'
import { type PackingJournal, unnoted } from './packing-journal.ts'

export interface NotedPublishing extends Pick<Publishing, 'write' | 'prove'> {
  /** What it is, for its hidden name: `draft`. */
  readonly kind: string
  /** Where it is written down; absent inside a workplace, which is itself. */
  readonly journal?: Pick<PackingJournal, 'note'> | undefined
}

/**
 * `publishFile` in a folder of the clerk's. Written down before it is begun: a program that is killed leaves something in a
 * place that nobody may ever write to again, and the next start takes it away.
 */
export async function publishNoted(
  file: string,
  { kind, journal, ...publishing }: NotedPublishing,
): Promise<void> {
  const home = await realpath(path.dirname(file))
  const name = workplaceName(`${kind}-${randomBytes(6).toString('hex')}`)
  const note = await (journal?.note ?? unnoted)({ home, names: [name] })
  try {
    await publishFile(path.join(home, path.basename(file)), {
      ...publishing,
      temporary: path.join(home, name),
    })
  } finally {
    await note.settle()
  }
}
