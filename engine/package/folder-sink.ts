import { closeSync, futimesSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { patientlySync } from '../store/patiently.ts'
import type { Gauge } from './gauge.ts'
import { type Sink, type SinkFile, writeWhole } from './sink.ts'

/** A new folder with the files as they are, each with its time of change. */
export function folderSink(target: string, gauge: Gauge): Sink {
  mkdirSync(target)
  const folders = new Set([target])
  let open: { readonly file: SinkFile; readonly out: number } | undefined
  const close = () => {
    const last = open
    open = undefined
    if (last) closeSync(last.out)
  }
  return {
    begin(file) {
      const place = path.join(target, file.name)
      const folder = path.dirname(place)
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
      folders.add(folder)
      const out = patientlySync(
        () => openSync(place, 'wx'),
        () => gauge.throwIfStopped(),
      )
      open = { file, out }
    },
    write(data) {
      if (!open) throw new Error('no file was begun')
      writeWhole(open.out, data)
      gauge.wrote(data.length)
    },
    finish() {
      if (open) futimesSync(open.out, open.file.modified, open.file.modified)
      close()
      gauge.finish()
    },
    end: () => undefined,
    close,
  }
}
