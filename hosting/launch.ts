import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { makeFolders } from '../engine/store/make-folders.ts'
import { isAlive } from '../engine/store/process-alive.ts'
import { writeFault } from '../engine/store/system-fault.ts'
import { systemReason } from '../engine/store/system-reason.ts'
import { Fault } from '../shared/faults.ts'
import { clearDeadLock } from './clear-dead-lock.ts'

/** A running app that can be opened in a browser, as `--json` tells it and its lock file keeps it. */
export const Launched = z.object({
  address: z.string(),
  port: z.number(),
  dataDir: z.string(),
  out: z.string(),
  pid: z.number(),
})
export type Launched = z.infer<typeof Launched>

/** Which host: the web host is found by its address, the desktop by the beat of its lock. */
const App = z.enum(['web', 'desktop'])
type App = z.infer<typeof App>

/** In the lock file: at first only who holds it, the rest once the web host listens. */
const Holder = z.object({ app: App, pid: z.number(), ...Launched.omit({ pid: true }).partial().shape })
type Holder = z.infer<typeof Holder>

/** The right to be the one app on a data folder. */
export interface Launch {
  /** Lets others know where the app is; the file is for its owner's eyes only, for the address opens the app. */
  publish(launched: Launched): Promise<void>
  release(): Promise<void>
}
/** The app that runs already: where the web host is, or the desktop; undefined for one that does not come up. */
export type Running = Launched | 'desktop' | undefined

const pauseMs = 100
/** Long enough for a slow computer to start the app that holds the lock. */
const turns = 150
/** A lock file that says nothing for so long was left by a crash. */
const blankTurns = 20
/** A dead one's lock that does not go in so long is held by the system itself. */
const stuckTurns = 50
/** A desktop's lock is touched that often, and one that was not for so long is dead, whoever bears its number now. */
const beatMs = 10_000
const stillMs = 60_000

/**
 * Takes the lock of a data folder, over from a dead process where there is one.
 *
 * @param app of which there is only one by other means if it is the desktop: a desktop's lock is always a dead one's to it
 * @returns the app that runs already, where one does
 * @throws Fault `out-unwritable`, `disk-full`
 */
export async function takeLaunch(
  dataDir: string,
  app: App,
): Promise<{ readonly launch: Launch } | { readonly running: Running }> {
  const file = path.join(dataDir, 'launch.json')
  await writing(dataDir, makeFolders(dataDir))
  let stuck = 0
  const clear = async (text: string): Promise<void> => {
    if (await writing(file, clearDeadLock(file, text))) return
    stuck += 1
    if (stuck > stuckTurns) throw new Fault({ code: 'out-unwritable', path: file, reason: 'EBUSY' })
    await wait(pauseMs)
  }
  for (let turn = 0; turn < turns; turn += 1) {
    if (await create(file, app)) return { launch: launchOf(file, app) }
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) {
      // Let go of in this moment, or held by a virus scanner.
      await wait(pauseMs)
      continue
    }
    const holder = holderIn(text)
    if (holder?.app === 'desktop') {
      if (app !== 'desktop' && isAlive(holder.pid) && (await beats(file))) return { running: 'desktop' }
      await clear(text)
      continue
    }
    const running = Launched.safeParse(holder).data
    if (running && isAlive(running.pid) && (await answers(running.address))) return { running }
    const starting = holder
      ? !running && holder.pid !== process.pid && isAlive(holder.pid)
      : turn < blankTurns
    if (starting) await wait(pauseMs)
    else await clear(text)
  }
  return { running: undefined }
}

async function create(file: string, app: App): Promise<boolean> {
  const holder: Holder = { app, pid: process.pid }
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

function launchOf(file: string, app: App): Launch {
  const beat = () => void utimes(file, new Date(), new Date()).catch(() => undefined)
  const beating = app === 'desktop' ? setInterval(beat, beatMs).unref() : undefined
  return {
    publish(launched) {
      const holder: Holder = { app, ...launched }
      return writeFile(file, JSON.stringify(holder), { mode: 0o600 })
    },
    async release() {
      clearInterval(beating)
      const text = await readFile(file, 'utf8').catch(() => '')
      if (holderIn(text)?.pid === process.pid) await rm(file, { force: true })
    },
  }
}

/** Whether the lock was touched lately. */
async function beats(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined)
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) < stillMs
}

function holderIn(text: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
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
