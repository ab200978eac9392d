import { parentPort } from 'node:worker_threads'
import { crc32 } from 'node:zlib'
import { systemReason } from '../store/system-reason.ts'
import { copySource, SourceFailed } from './copy-source.ts'
import { folderSink } from './folder-sink.ts'
import { Gauge, Stopped } from './gauge.ts'
import type { Sink } from './sink.ts'
import { zipSink } from './zip-sink.ts'

/** Orders to the thread that writes. Only `end` is answered, once all before it is done. */
export type CopyOrder =
  | {
      readonly open: 'zip' | 'folder'
      readonly target: string
      readonly memory: SharedArrayBuffer
    }
  | ({ readonly name: string; readonly modified: Date } & (
      | { readonly content: Uint8Array }
      | { readonly path: string; readonly size: number; readonly crc32: number }
    ))
  | { readonly end: true }

/** How it went: all bytes, or what went wrong with a source, the target, or neither (`stopped`). */
export type CopyAnswer =
  | { readonly bytes: number }
  | {
      readonly failed: 'source' | 'target' | 'stopped'
      readonly reason: string
      readonly path: string
      readonly message: string
    }

const chunk = 512 * 1024
const buffer = Buffer.allocUnsafeSlow(chunk)
let gauge = new Gauge()
let target = ''
let sink: Sink | undefined
let failure: CopyAnswer | undefined

/** The thread behind `writeFiles`: it works off its orders one by one, with calls that wait for the system. */
parentPort?.on('message', (order: CopyOrder) => {
  if ('open' in order) {
    gauge = new Gauge(order.memory)
    failure = undefined
    target = order.target
  }
  attempt(() => obey(order))
  if (!('end' in order)) return
  attempt(() => {
    const last = sink
    sink = undefined
    last?.close()
  })
  if (!failure) gauge.end()
  parentPort?.postMessage(failure ?? ({ bytes: gauge.written } satisfies CopyAnswer))
})

function obey(order: CopyOrder): void {
  if (failure && !('end' in order)) return
  if ('open' in order) sink = order.open === 'zip' ? zipSink(target, gauge) : folderSink(target, gauge)
  else if ('end' in order) {
    gauge.throwIfStopped()
    if (!failure) sink?.end()
  } else if ('content' in order) {
    const content = Buffer.from(order.content.buffer, order.content.byteOffset, order.content.byteLength)
    gauge.throwIfStopped()
    sink?.begin({ ...order, size: content.length, crc: crc32(content) })
    sink?.write(content)
    sink?.finish()
  } else if (sink) {
    gauge.throwIfStopped()
    sink.begin({ ...order, crc: order.crc32 })
    copySource(order, sink, gauge, buffer)
    sink.finish()
  }
}

/** What goes wrong is told at the end, and stops the threads that read behind at once. */
function attempt(action: () => void): void {
  try {
    action()
  } catch (error) {
    failure ??= {
      failed: error instanceof Stopped ? 'stopped' : error instanceof SourceFailed ? 'source' : 'target',
      reason: error instanceof SourceFailed ? error.reason : systemReason(error),
      path: error instanceof SourceFailed ? error.path : target,
      message: error instanceof Error ? error.message : String(error),
    }
    gauge.stop()
  }
}
