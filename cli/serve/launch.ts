import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { makeFolders } from '../../engine/store/make-folders.ts'
import { isAlive } from '../../engine/store/process-alive.ts'
import { writeFault } from '../../engine/store/system-fault.ts'
import { systemReason } from '../../engine/store/system-reason.ts'

/** A running app, as `--json` tells it and its lock file keeps it. */
export const Launched = z.object({
  address: z.string(),
  port: z.number(),
  dataDir: z.string(),
  out: z.string(),
  pid: z.number(),
})
export type Launched = z.infer<typeof Launched>

/** In the lock file: at first only who holds it, the rest once the app listens. */
const Holder = z.object({ pid: z.number(), ...Launched.omit({ pid: true }).partial().shape })
type Holder = z.infer<typeof Holder>

/** The right to be the one app on a data folder. */
export interface Launch {
  /** Lets others know where the app is; the file is for its owner's eyes only, for the address opens the app. */
  publish(launched: Launched): Promise<void>
  release(): Promise<void>
}

const pauseMs = 100
/** Long enough for a slow computer to start the app that holds the lock. */
const turns = 150
/** A lock file that says nothing for so long was left by a crash. */
const blankTurns = 20

/**
 * Takes the lock of a data folder, over from a dead process where there is one.
 *
 * @returns the app that runs already, where one does; without its address when it does not come up
 * @throws Fault `out-unwritable`, `disk-full`
 */
export async function takeLaunch(
  dataDir: string,
): Promise<{ readonly launch: Launch } | { readonly running: Launched | undefined }> {
  const file = path.join(dataDir, 'serve.json')
  await writing(dataDir, makeFolders(dataDir))
  for (let turn = 0; turn < turns; turn += 1) {
    if (await create(file)) return { launch: launchOf(file) }
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const holder = holderIn(text)
    const running = Launched.safeParse(holder).data
    if (running && isAlive(running.pid) && (await answers(running.address))) return { running }
    const starting = holder
      ? !running && holder.pid !== process.pid && isAlive(holder.pid)
      : turn < blankTurns
    if (starting) await wait(pauseMs)
    else await putAside(file, text)
  }
  return { running: undefined }
}

async function create(file: string): Promise<boolean> {
  const holder: Holder = { pid: process.pid }
  const created = writeFile(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: unknown) => {
      if (systemReason(error) === 'EEXIST') return false
      throw error
    },
  )
  return writing(path.dirname(file), created)
}

const writing = <T>(folder: string, written: Promise<T>): Promise<T> =>
  written.catch((error: unknown) => {
    throw writeFault(error, folder)
  })

const launchOf = (file: string): Launch => ({
  publish: (launched) => writeFile(file, JSON.stringify(launched), { mode: 0o600 }),
  async release() {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (holderIn(text)?.pid === process.pid) await rm(file, { force: true })
  },
})

function holderIn(text: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Removes a lock that was judged dead; one that another process has taken in the same moment is put back. */
async function putAside(file: string, judged: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    // Another process was quicker.
    return
  }
  const taken = await readFile(aside, 'utf8').catch(() => judged)
  if (taken !== judged) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

/** Whether an app with this token answers there; one that is only slow does. A number of a dead process may live again. */
function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = get(address, { timeout: 3000, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 303)
    })
    asking.once('timeout', () => {
      resolve(true)
      asking.destroy()
    })
    asking.once('error', () => resolve(false))
  })
}
