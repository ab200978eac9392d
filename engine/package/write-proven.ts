import type { Digest } from './digest.ts'
import { flushBehind } from './flush-behind.ts'
import { OtherLength, type Stretch } from './follow-file.ts'
import { Gauge, Stopped } from './gauge.ts'
import type { HashAnswer } from './hash-worker.ts'
import type { PackingThreads } from './packing-threads.ts'
import { layoutOf, type PartSource, type PartTarget, sizeOf } from './part-layout.ts'
import { orAborted, soon } from './waiting.ts'
import { writeFiles } from './write-files.ts'

/** A file as it was read back from where it was written. */
export interface ReadBack extends Digest {
  readonly name: string
  readonly stretch: Stretch
}

/** A part that is written and flushed to the disk, with what was read back of it from the system. */
export interface WrittenBack {
  readonly bytes: number
  readonly files: readonly ReadBack[]
  /** Of the archive as a whole; undefined of a folder. */
  readonly sha256: string | undefined
}

export interface ProvenOptions {
  readonly signal: AbortSignal
  /**
   * Told about ten times a second: which file is being written or read back, and how many bytes of files are done, each counted
   * half when it is written and half when it is read back.
   */
  readonly onProgress: (stage: 'write' | 'verify', name: string, bytes: number) => void
}

const apart = 100
/** Milliseconds in which a slow stick flushes what it may be behind (`gauge.ts`). */
const longest = 20_000

/**
 * Writes a part; behind the writer other threads read from its files what it has written and hash it, and the system flushes it.
 * What is read so soon comes from the system's cache, flushed or not: it proves what was handed to the system, and the disk's own
 * word is taken for the rest.
 *
 * @throws SourceFailed, OtherLength, the signal's reason, what the target's file system says
 */
export async function writeProven(
  target: PartTarget,
  sources: AsyncIterable<PartSource>,
  { copier, hashers }: PackingThreads,
  { signal, onProgress }: ProvenOptions,
): Promise<WrittenBack> {
  const gauge = new Gauge()
  const { memory } = gauge
  const layout = layoutOf(target)
  const stop = () => gauge.stop()
  const [first, second] = hashers
  const whole =
    target.kind === 'zip'
      ? second.ask({ stretch: { file: target.path, from: 0, at: 0 }, memory, counted: false })
      : undefined
  whole?.catch(stop)
  const asked: Asked[] = []
  const stretches: Stretch[] = []
  const load = { first: 0, second: 0 }
  let answered = 0
  const follow = (source: PartSource) => {
    const stretch = layout(source)
    // Of an archive one thread hashes the files and the other the whole; the files of a folder are shared out.
    const turn = whole || load.first <= load.second ? 'first' : 'second'
    load[turn] += sizeOf(source)
    const answer = (turn === 'first' ? first : second).ask({ stretch, memory, counted: true })
    answer.then(() => (answered += 1), stop)
    asked.push({ name: source.name, stretch, answer })
    stretches.push(stretch)
  }
  const done = () => Math.floor((gauge.written + gauge.proven) / 2)
  const tellProof = () =>
    onProgress('verify', asked[Math.min(answered, asked.length - 1)]?.name ?? '', done())
  signal.addEventListener('abort', stop, { once: true })
  const flushed = flushBehind(target, stretches, gauge)
  flushed.catch(stop)
  let timer: NodeJS.Timeout | undefined
  try {
    const bytes = await writeFiles(copier, gauge, target, sources, {
      signal,
      onSource: follow,
      onProgress: (name) => onProgress('write', name, done()),
    })
    tellProof()
    timer = setInterval(tellProof, apart)
    const files = await orAborted(readBack(asked), signal)
    const sha256 = whole && digestOf(await orAborted(whole, signal)).sha256
    await orAborted(flushed, signal)
    return { bytes, files, sha256 }
  } catch (error) {
    stop()
    const answers = [...asked.map(({ answer }) => answer), ...(whole ? [whole] : [])]
    await soon(Promise.all(answers))
    // Where an open file cannot be removed, whoever removes it has to wait for the disk.
    if (process.platform === 'win32') await soon(flushed, longest)
    const told = error instanceof Stopped ? await whatStopped(answers, flushed) : error
    signal.throwIfAborted()
    throw told
  } finally {
    clearInterval(timer)
    signal.removeEventListener('abort', stop)
  }
}

interface Asked {
  readonly name: string
  readonly stretch: Stretch
  readonly answer: Promise<HashAnswer>
}

const readBack = (asked: readonly Asked[]): Promise<ReadBack[]> =>
  Promise.all(asked.map(async ({ name, stretch, answer }) => ({ name, stretch, ...digestOf(await answer) })))

/** @throws Stopped, OtherLength, what the system said */
function digestOf(answer: HashAnswer): Digest {
  if ('sha256' in answer) return answer
  const { failed, message, reason } = answer
  if (failed === 'stopped') throw new Stopped()
  throw failed === 'length' ? new OtherLength(message) : Object.assign(new Error(message), { code: reason })
}

/**
 * All threads stop when one of them, or the flushing, fails: that is what has to be told. Whoever failed says so at once; one
 * that waits for a disk which does not answer is not waited for.
 */
async function whatStopped(
  answers: readonly Promise<HashAnswer>[],
  flushed: Promise<void>,
): Promise<unknown> {
  let cause: unknown = new Stopped()
  const watched = [...answers.map((answer) => answer.then(digestOf)), flushed].map((one) =>
    one.then(
      () => undefined,
      (error: unknown) => {
        if (cause instanceof Stopped) cause = error
      },
    ),
  )
  await soon(Promise.all(watched))
  return cause
}
