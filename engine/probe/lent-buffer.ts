const step = 4 * 1024 * 1024
/** A picture beyond this is rare, and its buffer not worth keeping. */
const largestKept = 32 * 1024 * 1024
const mostKept = 2
const idle: Buffer[] = []

/**
 * Lends a buffer for the bytes of one picture. Some megabytes fresh for each of a thousand pictures would keep the
 * garbage collector busy and the memory high; two are enough for two at once.
 *
 * @param use must be done with the buffer when it settles
 */
export async function withLentBuffer<T>(bytes: number, use: (buffer: Buffer) => Promise<T>): Promise<T> {
  const found = idle.findIndex((buffer) => buffer.length >= bytes)
  const buffer =
    found >= 0 ? idle.splice(found, 1)[0] : Buffer.allocUnsafeSlow(Math.ceil(bytes / step) * step)
  if (!buffer) throw new RangeError('no buffer')
  try {
    return await use(buffer.subarray(0, bytes))
  } finally {
    if (buffer.length <= largestKept) idle.push(buffer)
    if (idle.length > mostKept) idle.shift()
  }
}
