import { pause } from '../state/pause.ts'

/** A window's hold on a project; the browser gives it up when the window closes or is killed. */
export interface ProjectLock {
  release(): void
}
interface Holding {
  /** Another window asks to go on with the project: resolves when everything written here is on the disk. */
  onAsked(): Promise<void>
  /** Another window has the project now. */
  onLost(): void
}

/** So long a window that is asked may take to save before the project is taken from it, in ms. */
const patience = 5000

/**
 * Takes hold of a project for this window.
 *
 * @param takeOver asks the window that has it to save and let go; one that does not answer loses it
 * @returns undefined when another window has it
 */
export async function lockProject(
  id: string,
  takeOver: boolean,
  holding: Holding,
): Promise<ProjectLock | undefined> {
  const name = `kepuri-project-${id}`
  if (!takeOver) return request(name, { ifAvailable: true }, holding)
  const channel = new BroadcastChannel(name)
  channel.postMessage('hand over')
  channel.close()
  const waited = await request(name, { signal: AbortSignal.timeout(patience) }, holding)
  return waited ?? request(name, { steal: true }, holding)
}

function request(
  name: string,
  options: LockOptions,
  { onAsked, onLost }: Holding,
): Promise<ProjectLock | undefined> {
  return new Promise((resolve) => {
    let held = false
    /** Given up by this window itself: nothing that comes later is a loss. */
    let released = false
    navigator.locks
      .request(name, options, (lock) => {
        if (!lock) return resolve(undefined)
        held = true
        return new Promise<void>((done) => {
          const channel = new BroadcastChannel(name)
          const release = () => {
            released = true
            channel.close()
            done()
          }
          channel.addEventListener('message', () => {
            void Promise.race([onAsked(), pause(patience - 1000)])
              .catch(() => undefined)
              .then(() => {
                if (released) return
                release()
                onLost()
              })
          })
          resolve({ release })
        })
      })
      // A request that has waited in vain, or later a lock that was taken away.
      .catch(() => {
        if (!held) resolve(undefined)
        else if (!released) onLost()
      })
  })
}
