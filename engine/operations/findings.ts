import type { Contract } from '../../shared/contract.ts'
import type { Engine } from '../../shared/operation.ts'
import { problemTable } from '../../shared/packing/problem-table.ts'
import { check } from '../../shared/rules/check.ts'
import { judged } from '../../shared/rules/verdict.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import { writeFileAtomically } from '../store/atomic-write.ts'
import type { Notices } from '../store/notices.ts'
import { refusedFile } from '../store/refused-file.ts'
import type { World } from '../world.ts'
import { outPlace, type OutRoom } from './out-place.ts'
import { taskOfNotice } from './task-of-notice.ts'

type FindingsOperations = Pick<Engine<Contract>, 'findings.write'>
interface Parts extends OutRoom {
  readonly world: World
  readonly notices: Notices
}

/** The list of problems, to be passed on to those who took the pictures. */
export function findingsOperations({ world, notices, ...room }: Parts): FindingsOperations {
  return {
    async 'findings.write'({ notice: noticeId, submission, out }) {
      const { notice, task } = await taskOfNotice(notices, noticeId, submission.task)
      const { path, given } = await outPlace(out, room)
      const instant = world.now()
      const now = wallClock(instant, notice.utcOffset)
      const verdict = judged(task, check(notice, submission, now), submission.waivers)
      const { problems, ...table } = problemTable({ notice, task, submission, verdict, now })
      const properties = {
        title: table.title,
        author: submission.unit?.name ?? '',
        description: `${notice.shortTitle} ${task.title}`,
      }
      // Workbook libraries take longer to load than most calls to run.
      const { writeWorkbook } = await import('../documents/workbook-document.ts')
      const document = { ...table, orientation: 'landscape', compact: true, properties } as const
      const content = await writeWorkbook(document, { now: instant })
      try {
        await writeFileAtomically(path, content)
      } catch (error) {
        throw await refusedFile(error, path, given)
      }
      return { path: given, rows: problems }
    },
  }
}
