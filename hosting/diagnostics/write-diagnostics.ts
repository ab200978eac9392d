import { stat } from 'node:fs/promises'
import { isFileSystemTrouble } from '../../engine/store/file-system-trouble.ts'
import { publishNoted } from '../../engine/store/unfinished/publish-noted.ts'
import { writeFault } from '../../engine/store/system-fault.ts'
import { openPackingJournal } from '../../engine/store/unfinished/packing-journal.ts'
import { Fault } from '../../shared/faults.ts'
import { createFileLog } from '../file-log.ts'
import type { Installation } from '../installation.ts'
import { collectBundle } from './bundle.ts'
import { collectDataFiles } from './collect-data-files.ts'
import { collectLogs } from './collect-logs.ts'
import { collectMachine, collectNotices, collectSettings } from './collect-machine.ts'
import { collectProjects } from './collect-projects.ts'
import { explanation, troublesText } from './diagnostics-words.ts'
import { maskText } from './mask.ts'

export interface DiagnosticsOptions {
  readonly installation: Installation
  readonly dataDir: string
  readonly now: Date
  readonly signal?: AbortSignal | undefined
}

export interface Diagnostics {
  readonly bytes: number
  /** Names of the files in it. */
  readonly files: readonly string[]
  /** What could not be read, each with its reason. */
  readonly troubles: readonly string[]
}

/**
 * Writes what maintainers need to know of this program and its data into one zip, without media and without what the
 * clerk has written. Asks the engine nothing: it is for when that does not work, or the data folder is damaged; what
 * cannot be read is a line in it.
 *
 * @throws Fault `out-unwritable`, `disk-full`, `cancelled`
 */
export async function writeDiagnostics(
  file: string,
  { installation, dataDir, now, signal }: DiagnosticsOptions,
): Promise<Diagnostics> {
  const bundle = collectBundle()
  const collections = [
    () => collectLogs(dataDir, bundle),
    () => collectMachine(installation, dataDir, bundle),
    () => collectNotices(installation, bundle),
    () => collectProjects(dataDir, bundle),
    () => collectSettings(dataDir, bundle),
    () => collectDataFiles(dataDir, bundle),
  ]
  for (const collect of collections) {
    if (signal?.aborted) throw new Fault({ code: 'cancelled' })
    await bundle.attempt('收集', collect)
  }
  const troubles = bundle.troubles.map((one) => maskText(one))
  const files = new Map([['说明.txt', explanation(troubles)], ...bundle.files])
  if (troubles.length > 0) files.set('problems.txt', troublesText(troubles))
  try {
    const { log } = createFileLog(dataDir, () => now)
    await publishNoted(file, {
      kind: 'diagnostics',
      journal: openPackingJournal({ dataDir, log }),
      async write(handle) {
        for await (const piece of await zipped(files, now)) {
          signal?.throwIfAborted()
          await handle.appendFile(piece as Buffer)
        }
      },
    })
    return { bytes: (await stat(file)).size, files: [...files.keys()], troubles }
  } catch (error) {
    if (signal?.aborted) throw new Fault({ code: 'cancelled' }, { cause: error })
    // What no disk has said is a bug, and stands in the log as one.
    throw isFileSystemTrouble(error) ? writeFault(error, file) : error
  }
}

async function zipped(files: ReadonlyMap<string, string>, date: Date): Promise<AsyncIterable<unknown>> {
  // Loaded when first needed.
  const { ZipArchive } = await import('archiver')
  const archive = new ZipArchive({ zlib: { level: 6 } })
  for (const [name, content] of files) archive.append(Buffer.from(content), { name, date })
  // What goes wrong is told by the stream as well.
  archive.finalize().catch(() => undefined)
  return archive
}
