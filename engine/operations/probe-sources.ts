import { baseName } from '../../shared/naming/file-path.ts'
import type { Facts } from '../../shared/facts.ts'
import type { Call, Step } from '../../shared/operation.ts'
import { probeFiles } from '../probe/probe-files.ts'
import type { SourceFile } from '../sources/walk.ts'
import type { FactsCache } from '../store/facts-cache.ts'
import type { ProbingMarks } from '../store/probing-marks.ts'
import type { World } from '../world.ts'

/** What measuring needs: the program's world, and what is remembered of earlier runs. */
export interface ProbeRoom {
  readonly world: World
  readonly cache: FactsCache
  readonly marks: ProbingMarks
}

/**
 * The facts of files, in their order, with the file that is being looked at as progress.
 *
 * @param anew measures also what is remembered
 */
export async function probeSources(
  targets: readonly Pick<SourceFile, 'path' | 'relative' | 'bytes' | 'modifiedMs'>[],
  { world, cache, marks }: ProbeRoom,
  { signal, progress }: Call<Step>,
  anew?: boolean,
): Promise<Facts[]> {
  await cache.prune()
  let done = 0
  const report = (index: number) => {
    const target = targets[index]
    progress({
      stage: 'probe',
      done,
      total: targets.length,
      ...(target && { item: baseName(target.relative) }),
    })
  }
  const onDone = (index: number) => {
    done += 1
    report(index)
  }
  const probed = await probeFiles(targets, world, { signal, cache, anew, marks, onStart: report, onDone })
  return probed.map(({ facts }) => facts)
}
