import { readFile, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import { z } from 'zod'
import { Fault } from '../../shared/faults.ts'
import { baseName } from '../../shared/naming/file-path.ts'
import type { Call, Step } from '../../shared/operation.ts'
import { writeFileAtomically } from '../store/atomic-write.ts'
import { makeFolders } from '../store/make-folders.ts'
import { writeFault } from '../store/system-fault.ts'
import type { World } from '../world.ts'
import { type Sample, sampleSet, sampleSetVersion } from './sample-set.ts'
import { samplesFolder } from './samples-folder.ts'

/** What stands on the disk, as it was when it was written. */
const Written = z.object({
  version: z.literal(sampleSetVersion),
  bytes: z.record(z.string(), z.number()),
})

/** Samples made beside each other: as many as small machines have cores. */
const atOnce = 2

/**
 * Writes the samples to the data folder; those that are there in their size already stay as they are. A call that is
 * cancelled or fails leaves whole files only, and the next one goes on where it stopped.
 *
 * @returns the samples' folder and how many files they are
 * @throws Fault `cancelled`, `disk-full`, `out-unwritable`
 */
export async function writeSamples(
  { dataDir, resourcesDir }: Pick<World, 'dataDir' | 'resourcesDir'>,
  { signal, progress }: Call<Step>,
): Promise<{ folder: string; files: number }> {
  const folder = samplesFolder(dataDir)
  const list = `${folder}.json`
  const place = ({ relative }: Sample) => path.join(folder, ...relative.split('/'))
  const known = await readList(list)
  const whole = await Promise.all(
    sampleSet.map(async (sample) => {
      const bytes = known.get(sample.relative)
      return bytes !== undefined && (await bytesOf(place(sample))) === bytes
    }),
  )
  const missing = sampleSet.filter((_, index) => whole[index] !== true)
  let done = sampleSet.length - missing.length
  let trouble: unknown
  const report = (sample: Sample) =>
    progress({ stage: 'write', done, total: sampleSet.length, item: baseName(sample.relative) })

  const one = async (sample: Sample): Promise<void> => {
    report(sample)
    const content = await sample.make(resourcesDir)
    if (signal.aborted) return
    await put(place(sample), content, sample.modified).catch((error: unknown) => {
      throw writeFault(error, folder)
    })
    known.set(sample.relative, content.length)
    done += 1
    report(sample)
  }
  const limit = pLimit(atOnce)
  const attempt = (sample: Sample) =>
    limit(async () => {
      if (signal.aborted || trouble !== undefined) return
      await one(sample).catch((error: unknown) => void (trouble ??= error))
    })
  await Promise.all(missing.map(attempt))
  if (missing.length > 0) await writeList(list, known)
  if (trouble !== undefined) throw trouble
  if (signal.aborted && done < sampleSet.length) throw new Fault({ code: 'cancelled' })
  return { folder, files: sampleSet.length }
}

async function put(file: string, content: Buffer, modified: Date): Promise<void> {
  await makeFolders(path.dirname(file))
  await writeFileAtomically(file, content, { flush: false })
  await utimes(file, modified, modified)
}

const bytesOf = async (file: string): Promise<number | undefined> => {
  const stats = await stat(file).catch(() => undefined)
  return stats?.isFile() ? stats.size : undefined
}

async function readList(file: string): Promise<Map<string, number>> {
  try {
    const { bytes } = Written.parse(JSON.parse(await readFile(file, 'utf8')))
    return new Map(Object.entries(bytes))
  } catch {
    return new Map()
  }
}

/** Without the list the samples would only be made again. */
async function writeList(file: string, known: ReadonlyMap<string, number>): Promise<void> {
  const written: z.input<typeof Written> = { version: sampleSetVersion, bytes: Object.fromEntries(known) }
  await writeFileAtomically(file, JSON.stringify(written, null, 2), { flush: false }).catch(() => undefined)
}
