import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

/** The thread behind `hashFile`: reads the file named by `workerData` and posts its SHA-256. */
const file = openSync(workerData as string, 'r')
const buffer = Buffer.allocUnsafe(1024 * 1024)
const hash = createHash('sha256')
try {
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
    hash.update(buffer.subarray(0, read))
} finally {
  closeSync(file)
}
parentPort?.postMessage(hash.digest('hex'))
