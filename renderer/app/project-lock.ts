/** A window's hold on a project; the browser gives it up when the window closes or is killed. */
export interface ProjectLock {
  release(): void
}

/**
 * Takes hold of a project for this window.
 *
 * @param steal takes it from the window that has it
 * @param onLost another window has taken it
 * @returns undefined when another window has it
 */
export function lockProject(
  id: string,
  steal: boolean,
  onLost: () => void,
): Promise<ProjectLock | undefined> {
  return new Promise((resolve) => {
    let release = () => undefined as void
    let held = false
    const options = steal ? { steal: true } : { ifAvailable: true }
    navigator.locks
      .request(`kepuri-project-${id}`, options, (lock) => {
        if (!lock) return resolve(undefined)
        held = true
        resolve({ release: () => release() })
        return new Promise<void>((done) => (release = done))
      })
      // The request is refused later when another window steals the lock.
      .catch(() => (held ? onLost() : resolve(undefined)))
  })
}
