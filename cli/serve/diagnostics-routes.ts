import { randomUUID } from 'node:crypto'
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { makeFolders } from '../../engine/store/make-folders.ts'
import { isFileSystemTrouble } from '../../engine/store/file-system-trouble.ts'
import { bundleName } from '../../hosting/diagnostics/diagnostics-words.ts'
import { Fault } from '../../shared/faults.ts'
import { answerJson, readJson } from './answers.ts'
import { answerFile } from './files.ts'
import type { Exchange, Route } from './route.ts'

export interface DiagnosticsParts {
  /** Where files are written that the browser then downloads. */
  readonly downloads: string
  /** Writes what maintainers need to know of this program to a path. */
  readonly diagnose: (file: string) => Promise<unknown>
  readonly now: () => Date
}

const Nothing = z.object({})
/** Bundles that nobody has downloaded; a page downloads its own at once. */
const mostWaiting = 4
const prefix = 'kepuri-diagnostics-'
const day = 86_400_000

/** The diagnostics: written one at a time, had by ids of our own (also where the engine is not), gone once downloaded. */
export function diagnosticsRoutes({ downloads, diagnose, now }: DiagnosticsParts): readonly Route[] {
  const bundles = new Map<string, string>()
  let turn: Promise<unknown> = Promise.resolve()

  const make = async (id: string, name: string): Promise<void> => {
    await sweepTemporary(now().getTime())
    bundles.set(id, await writeSomewhere(path.join(downloads, id), name, diagnose))
    const [oldest] = bundles.keys()
    if (bundles.size > mostWaiting && oldest !== undefined) await drop(oldest)
  }
  const drop = async (id: string): Promise<void> => {
    const file = bundles.get(id)
    bundles.delete(id)
    if (file !== undefined) await removeFolder(path.dirname(file))
  }

  return [
    {
      method: 'POST',
      path: /^\/host\/diagnostics$/,
      async answer({ request, response }) {
        await readJson(request, 'host.diagnostics', Nothing)
        const made = { id: randomUUID(), name: bundleName(now()) }
        // A page that was closed while it waited wants none.
        const mine = turn.then(() => (response.destroyed ? undefined : make(made.id, made.name)))
        turn = mine.catch(() => undefined)
        await mine
        answerJson(response, made)
      },
    },
    {
      method: 'GET',
      path: /^\/host\/diagnostics\/([0-9a-f-]{36})$/,
      async answer(exchange, id = '') {
        const arrived = allSent(exchange)
        await answerFile(exchange, bundles.get(id))
        if (await arrived()) await drop(id)
      },
    },
  ]
}

/** In a folder of its own; in the system's temporary one if the data folder is what is broken, full or read-only. */
async function writeSomewhere(
  folder: string,
  name: string,
  diagnose: DiagnosticsParts['diagnose'],
): Promise<string> {
  try {
    await makeFolders(folder)
    return await writeIn(folder, name, diagnose)
  } catch (error) {
    const tellsOfPlace = error instanceof Fault && ['disk-full', 'out-unwritable'].includes(error.data.code)
    if (!tellsOfPlace && !isFileSystemTrouble(error)) throw error
    return writeIn(await mkdtemp(path.join(tmpdir(), prefix)), name, diagnose)
  }
}

async function writeIn(
  folder: string,
  name: string,
  diagnose: DiagnosticsParts['diagnose'],
): Promise<string> {
  const file = path.join(folder, name)
  try {
    await diagnose(file)
    return file
  } catch (error) {
    await removeFolder(folder)
    throw error
  }
}

/** Takes away what earlier launches have left in the system's temporary folder and nobody has downloaded. Never rejects. */
async function sweepTemporary(nowMs: number): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue
    const folder = path.join(tmpdir(), name)
    const status = await lstat(folder).catch(() => undefined)
    if (status?.isDirectory() && nowMs - status.mtimeMs > day) await removeFolder(folder)
  }
}

/** Fails silently: what stays is swept at a later start. */
const removeFolder = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)

/** To be asked when all was handed over: whether the whole file went out, and was not broken off or looked at only. */
function allSent({ request, response }: Exchange): () => Promise<boolean> {
  const finished = new Promise<boolean>((resolve) => {
    response.once('finish', () => resolve(true)).once('close', () => resolve(false))
  })
  return async () => request.method === 'GET' && response.statusCode === 200 && (await finished)
}
