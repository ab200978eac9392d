import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { patientlySync } from '../store/patiently.ts'
import { systemReason } from '../store/system-reason.ts'
import { type Digest, digesting } from './digest.ts'
import { followFile, OtherLength, type Stretch } from './follow-file.ts'
import { Gauge, Stopped } from './gauge.ts'

/** Orders to a thread that hashes: a whole file as it lies there, or stretches behind a writer. Each is answered in turn. */
export type HashOrder =
  | { readonly file: string }
  | {
      readonly stretch: Stretch
      readonly memory: SharedArrayBuffer
      /** Whether its bytes are counted as proven. */
      readonly counted: boolean
    }

export type HashAnswer =
  | Digest
  | {
      readonly failed: 'stopped' | 'length' | 'system'
      readonly reason: string
      readonly message: string
    }

const buffer = Buffer.allocUnsafeSlow(256 * 1024)

/** The thread behind `hashFile` and `writeProven`. */
parentPort?.on('message', (order: HashOrder) => {
  parentPort?.postMessage(answer(order))
})

function answer(order: HashOrder): HashAnswer {
  if ('file' in order) return told(() => hashOf(order.file))
  const gauge = new Gauge(order.memory)
  const onRead = order.counted ? (bytes: number) => gauge.prove(bytes) : () => undefined
  const result = told(() => followFile(order.stretch, gauge, buffer, onRead))
  if ('failed' in result) gauge.stop()
  return result
}

function told(action: () => Digest): HashAnswer {
  try {
    return action()
  } catch (error) {
    return {
      failed: error instanceof Stopped ? 'stopped' : error instanceof OtherLength ? 'length' : 'system',
      reason: systemReason(error),
      message: error instanceof Error ? error.message : String(error),
    }
  }
}

function hashOf(path: string): Digest {
  const file = patientlySync(
    () => openSync(path, 'r'),
    () => undefined,
  )
  const content = digesting(false)
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      content.update(buffer.subarray(0, read))
    return content.digest()
  } finally {
    closeSync(file)
  }
}
