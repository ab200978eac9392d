/** Figures that are shared; `total` is −1 as long as the writer goes on, `flushed` where nobody flushes. */
const cells = { written: 0, finished: 1, total: 2, stopped: 3, proven: 4, flushed: 5 } as const
type Cell = keyof typeof cells
const turnBytes = 8
/**
 * Bytes that the writer may be ahead of the disk. What a system holds for a slow stick cannot be taken back: whoever cancels, or
 * wants to close the file, waits for all of it.
 */
const mostUnflushed = 64 * 1024 * 1024

/**
 * What the threads of one part know of each other, in memory that they share: how far the writer is, what was read back
 * behind it, and whether all shall stop. Positions count every byte that was written, from the first on.
 */
export class Gauge {
  readonly memory: SharedArrayBuffer
  /** Changes with whatever changes: what waiting threads look at. */
  private readonly turn: Int32Array
  private readonly figures: BigInt64Array

  constructor(memory?: SharedArrayBuffer) {
    this.memory = memory ?? new SharedArrayBuffer(turnBytes + Object.keys(cells).length * 8)
    this.turn = new Int32Array(this.memory, 0, 1)
    this.figures = new BigInt64Array(this.memory, turnBytes)
    if (memory) return
    this.set('total', -1)
    this.set('flushed', -1)
  }

  /** Bytes that the writer has handed to the system. */
  get written(): number {
    return this.get('written')
  }
  /** Files that are whole. */
  get finished(): number {
    return this.get('finished')
  }
  /** All bytes, once the writer has come to its end; −1 before. */
  get total(): number {
    return this.get('total')
  }
  get stopped(): boolean {
    return this.get('stopped') !== 0
  }
  /** Bytes that are flushed, of all written; −1 where nobody flushes behind the writer. */
  get flushed(): number {
    return this.get('flushed')
  }
  /** Bytes of files that were read back. */
  get proven(): number {
    return this.get('proven')
  }

  wrote(bytes: number): void {
    this.add('written', bytes)
  }
  finish(): void {
    this.add('finished', 1)
  }
  end(): void {
    this.set('total', this.written)
  }
  prove(bytes: number): void {
    this.add('proven', bytes)
  }
  flush(upTo: number): void {
    this.set('flushed', upTo)
  }
  stop(): void {
    this.set('stopped', 1)
  }
  /** @throws Stopped */
  throwIfStopped(): void {
    if (this.stopped) throw new Stopped()
  }

  /**
   * Blocks the thread that writes while the disk is too far behind it.
   *
   * @throws Stopped
   */
  waitForDisk(): void {
    this.waitUntil(() => this.flushed < 0 || this.written - this.flushed < mostUnflushed)
  }

  /**
   * Blocks the thread until it is so.
   *
   * @throws Stopped
   */
  waitUntil(isSo: () => boolean): void {
    for (;;) {
      const seen = Atomics.load(this.turn, 0)
      this.throwIfStopped()
      if (isSo()) return
      Atomics.wait(this.turn, 0, seen)
    }
  }

  private get(cell: Cell): number {
    return Number(Atomics.load(this.figures, cells[cell]))
  }
  private set(cell: Cell, value: number): void {
    Atomics.store(this.figures, cells[cell], BigInt(value))
    this.tell()
  }
  private add(cell: Cell, more: number): void {
    Atomics.add(this.figures, cells[cell], BigInt(more))
    this.tell()
  }
  private tell(): void {
    Atomics.add(this.turn, 0, 1)
    Atomics.notify(this.turn, 0)
  }
}

/** Another thread, or the clerk, wants no more of it. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
