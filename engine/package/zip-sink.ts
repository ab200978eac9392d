import { closeSync, openSync } from 'node:fs'
import { patientlySync } from '../store/patiently.ts'
import type { Gauge } from './gauge.ts'
import { type Sink, writeWhole } from './sink.ts'
import { centralHeader, endOfArchive, localHeader, type PlacedEntry, zipTime } from './zip-format.ts'

/** A new archive with stored entries, written strictly from front to back. */
export function zipSink(target: string, gauge: Gauge): Sink {
  const out = patientlySync(
    () => openSync(target, 'wx'),
    () => gauge.throwIfStopped(),
  )
  const placed: PlacedEntry[] = []
  const put = (data: Buffer) => {
    gauge.waitForDisk()
    writeWhole(out, data)
    gauge.wrote(data.length)
  }
  return {
    begin({ name, size, crc, modified }) {
      const entry = { name, size, crc, time: zipTime(modified), offset: gauge.written }
      placed.push(entry)
      put(localHeader(entry))
    },
    write: put,
    finish: () => gauge.finish(),
    end() {
      const offset = gauge.written
      const directory = Buffer.concat(placed.map(centralHeader))
      put(
        Buffer.concat([directory, endOfArchive({ entries: placed.length, bytes: directory.length, offset })]),
      )
    },
    close: () => closeSync(out),
  }
}
