import type { Condition, Format } from '../../shared/facts.ts'
import type { World } from '../world.ts'
import type { ByteSource } from './byte-source.ts'
import { containerDamage } from './container-damage.ts'
import { factsOfFfprobe, pictureStream, type VideoFacts } from './ffprobe-facts.ts'
import { type FfprobeRun, runFfprobe } from './run-ffprobe.ts'

type Found = VideoFacts & { readonly condition: Condition }

/** What ffprobe says of a file that it could not open, though we could: it says nothing of what the file holds. */
const notOpened: ReadonlySet<string> = new Set(['No such file or directory', 'Permission denied'])

const factsOf = (run: FfprobeRun): Found => {
  switch (run.end) {
    case 'answer': {
      const known = factsOfFfprobe(run.output)
      return pictureStream(run.output)
        ? { ...known, condition: { state: 'whole' } }
        : { ...known, condition: { state: 'damaged', damage: 'no-picture' } }
    }
    case 'refused':
      if (notOpened.has(run.words))
        return { condition: { state: 'unreadable', reason: 'system', detail: `ffprobe: ${run.words}` } }
      return { condition: { state: 'damaged', damage: 'corrupt', detail: run.words.slice(0, 200) } }
    case 'missing':
      return { condition: { state: 'unreadable', reason: 'no-tool', detail: 'ffprobe' } }
    case 'died':
      return { condition: { state: 'unreadable', reason: 'probe-died', detail: 'ffprobe' } }
    case 'time-limit':
      return { condition: { state: 'unreadable', reason: 'time-limit', detail: 'ffprobe' } }
  }
}

/**
 * What ffprobe and the container's own structure say of a video; where the structure says damaged, it is. Without ffprobe
 * nothing is known of a sound structure: it is unreadable, and the log says so. Rejects with the signal's reason, or as `source` does.
 */
export const probeVideo = async (
  path: string,
  format: Format,
  source: ByteSource,
  { ffprobe, log }: Pick<World, 'ffprobe' | 'log'>,
  signal: AbortSignal,
): Promise<Found> => {
  const running: Promise<FfprobeRun> = ffprobe
    ? runFfprobe(ffprobe, path, signal)
    : Promise.resolve({ end: 'missing' })
  const [run, damage] = await Promise.all([running, containerDamage(format, source)])
  if (run.end === 'missing')
    log({ level: 'warn', event: 'ffprobe-missing', data: { ffprobe: ffprobe ?? null } })
  if (run.end === 'died') log({ level: 'error', event: 'ffprobe-died', data: { path } })
  const facts = factsOf(run)
  return damage ? { ...facts, condition: damage } : facts
}
