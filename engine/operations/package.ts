import type { Contract } from '../../shared/contract.ts'
import type { Engine } from '../../shared/operation.ts'
import { openTemplates } from '../lists/keep-templates.ts'
import { buildPackage } from '../package/build-package.ts'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { verifyPackages } from '../package/verify-package.ts'
import type { FactsCache } from '../store/facts-cache.ts'
import type { Notices } from '../store/notices.ts'
import type { World } from '../world.ts'
import { outPlace, type OutRoom } from './out-place.ts'
import { forgetChanged } from './seen-files.ts'
import { taskOfNotice } from './task-of-notice.ts'

type PackageOperations = Pick<Engine<Contract>, 'package.build' | 'package.verify'>
interface Parts extends OutRoom {
  readonly world: World
  readonly notices: Notices
  readonly cache: FactsCache
}

/** Packages: built from a submission, and verified wherever they come from. */
export function packageOperations({ world, notices, cache, ...room }: Parts): PackageOperations {
  const { claims, files } = room
  return {
    async 'package.build'(
      { notice: noticeId, submission, out, pdf = true, sending, drafts },
      { signal, progress },
    ) {
      const { notice, task } = await taskOfNotice(notices, noticeId, submission.task)
      return buildPackage({
        notice,
        task,
        submission,
        source: files.get,
        out: await outPlace(out, room),
        templates: openTemplates(world),
        thumbnail: cache.thumbnail,
        sending,
        drafts,
        ...(pdf && { printPdf: world.printPdf }),
        journal: openPackingJournal(world),
        log: world.log,
        now: world.now(),
        id: world.newId(),
        generator: `kepuri-packager ${world.version}`,
        signal,
        onProgress: progress,
      }).catch(async (error: unknown) => {
        const sources = submission.items.flatMap(({ id }) => files.get(id) ?? [])
        await forgetChanged(error, sources, cache)
        throw error
      })
    },
    async 'package.verify'({ claims: ids }, { signal, progress }) {
      const packages = await verifyPackages(ids.map(claims.get), {
        notices: await notices.list(),
        signal,
        onProgress: progress,
      })
      return { ok: packages.length > 0 && packages.every(({ ok }) => ok), packages }
    },
  }
}
