import type { FromEngine, ToEngine } from './engine-messages.ts'

/** The line from the engine's process to its host, whichever way it was forked. */
export interface HostLine {
  post(message: FromEngine): void
  /** Called once. `ended` says that the host is gone or the system wants this process to end. */
  listen(hear: (message: ToEngine) => void, ended: () => void): void
}

/** As much of Electron's `process.parentPort` as the engine needs. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

/** The line of this process: Electron's where Electron has forked it, Node's otherwise. */
export function hostLine(): HostLine {
  const { parentPort } = process as { readonly parentPort?: ParentPort }
  return {
    post(message) {
      if (parentPort) parentPort.postMessage(message)
      else if (process.connected) process.send?.(message)
    },
    listen(hear, ended) {
      if (parentPort) parentPort.on('message', ({ data }) => hear(data as ToEngine))
      else process.on('message', (message) => hear(message as ToEngine)).once('disconnect', ended)
      // By its own death no process could take its marks away (`probing-marks`).
      process.on('SIGTERM', ended).on('SIGHUP', ended)
      // Ctrl-C in a terminal reaches the whole group: the host ends this process when it has ended its calls.
      process.on('SIGINT', () => undefined)
    },
  }
}
