import { createHash } from 'node:crypto'
import { bufferSource } from '../probe/byte-source.ts'
import { HEAD_BYTES, sniff } from '../probe/sniff.ts'
import { isText, isWorkbook, type ReadFile } from './contents.ts'

/** A file after it was read, with what is kept of it. */
export interface MeasuredFile extends ReadFile {
  readonly text: string | undefined
  readonly workbook: Buffer | undefined
}

/** A file while it is read: hashed, counted, its head kept to tell its format, its text kept where machines read it. */
export function measure(name: string) {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let text: Buffer[] | undefined = isText(name, 0) ? [] : undefined
  let workbook: Buffer[] | undefined = isWorkbook(name, 0) ? [] : undefined
  let bytes = 0
  return {
    get bytes() {
      return bytes
    },
    /** The chunk may be written over afterwards. */
    add(data: Buffer): void {
      hash.update(data)
      if (bytes < HEAD_BYTES) head.push(Buffer.from(data.subarray(0, HEAD_BYTES - bytes)))
      bytes += data.length
      if (!isText(name, bytes)) text = undefined
      text?.push(Buffer.from(data))
      if (!isWorkbook(name, bytes)) workbook = undefined
      workbook?.push(Buffer.from(data))
    },
    async done(): Promise<MeasuredFile> {
      const { format } = await sniff(bufferSource(Buffer.concat(head)))
      const sha256 = hash.digest('hex')
      return {
        sha256,
        bytes,
        format,
        text: text && Buffer.concat(text).toString('utf8'),
        workbook: workbook && Buffer.concat(workbook),
      }
    },
  }
}
