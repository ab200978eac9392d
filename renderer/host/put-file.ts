import { Fault } from '../../shared/faults.ts'
import { faultIn } from './ask-host.ts'
import { type Dropped, unreadable } from './dropped-files.ts'

export interface PutOptions {
  readonly signal: AbortSignal
  /** Bytes of this file that have gone out so far. */
  readonly onBytes: (bytes: number) => void
}
/** Sends one file. Rejects with Fault. */
export type PutFile = (address: string, dropped: Dropped, options: PutOptions) => Promise<void>

/** By XMLHttpRequest: `fetch` does not tell how far a body has gone. */
export const putFile: PutFile = (address, { path, file }, { signal, onBytes }) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Fault({ code: 'cancelled' }))
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    signal.addEventListener('abort', abort, { once: true })
    request.open('PUT', address)
    request.setRequestHeader('x-modified', String(file.lastModified))
    request.upload.addEventListener('progress', ({ loaded }) => onBytes(Math.min(loaded, file.size)))
    request.addEventListener('load', () =>
      request.status < 300
        ? resolve()
        : reject(faultIn({ status: request.status, body: request.responseText }, address)),
    )
    request.addEventListener('abort', () => reject(new Fault({ code: 'cancelled' })))
    request.addEventListener('error', () => void lostBy(file, path).then(reject))
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort))
    request.send(file)
  })

/** Why a request broke: the browser does not say whether the file or the host has gone. */
async function lostBy(file: File, path: string): Promise<Fault> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return new Fault({ code: 'engine-gone' })
  } catch (error) {
    return unreadable(error, path)
  }
}
