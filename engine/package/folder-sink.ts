import { closeSync, futimesSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { patientlySync } from '../store/patiently.ts'
import { systemReason } from '../store/system-reason.ts'
import type { Gauge } from './gauge.ts'
import { type Sink, type SinkFile, writeWhole } from './sink.ts'

/** What a share or a stick says that keeps times of its own. */
const timeless: readonly string[] = ['EPERM', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/**
 * A new folder with the files as they are, each with its time of change where the target takes it.
 *
 * @param setTimes as the file system does it
 */
export function folderSink(target: string, gauge: Gauge, setTimes = futimesSync): Sink {
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
      gauge.waitForDisk()
      writeWhole(open.out, data)
      gauge.wrote(data.length)
    },
    finish() {
      try {
        if (open) setTimes(open.out, open.file.modified, open.file.modified)
      } catch (error) {
        // The content is whole, and nothing of a package depends on the time.
        if (!timeless.includes(systemReason(error))) throw error
      }
      close()
      gauge.finish()
    },
    end: () => undefined,
    close,
  }
}
