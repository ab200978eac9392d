import { readFile, stat } from 'node:fs/promises'
import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import { requirementsOf } from '../../shared/notice/choose.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { ListTask } from '../../shared/lists/table-header.ts'
import type { ColumnUses } from '../../shared/lists/columns.ts'
import type { Engine } from '../../shared/operation.ts'
import { listDocument } from '../../shared/packing/list-document.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import { lastName } from '../../shared/paths/paths.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import { openTemplates } from '../lists/keep-templates.ts'
import { largestTemplate } from '../lists/template-tables.ts'
import { tryTemplate } from '../lists/try-template.ts'
import { writeList } from '../lists/write-list.ts'
import { writeFileAtomically } from '../store/atomic-write.ts'
import type { Notices } from '../store/notices.ts'
import { patiently } from '../store/patiently.ts'
import { refusedFile } from '../store/refused-file.ts'
import { readFault } from '../store/system-fault.ts'
import type { World } from '../world.ts'
import { outPlace, type OutRoom } from './out-place.ts'
import { taskOfNotice } from './task-of-notice.ts'

type ListWriteOperations = Pick<Engine<Contract>, 'list.template' | 'list.write'>

/** The list as a workbook: into the template that is shipped or the clerk's own. */
export function listWriteOperations({
  world,
  notices,
  ...room
}: OutRoom & { readonly world: World; readonly notices: Notices }): ListWriteOperations {
  const templates = openTemplates(world)
  return {
    async 'list.template'({ notice: noticeId, task: taskId, claim }) {
      const { task } = await listOf(notices, noticeId, taskId)
      const { path, given } = room.claims.get(claim)
      await room.originals.remember([path])
      const content = await readTemplate(path, given).catch((error: unknown) => {
        throw error instanceof Fault ? error : readFault(error, given)
      })
      const blank = await tryTemplate(content, given, task, world.now())
      const id = await templates.keep(content)
      const { sheet, headerRow, labels, uses } = blank
      const there = new Set(uses.flatMap((use) => coveredBy(use, task)))
      const needed = requirementsOf(task, 'text-required').filter(({ field }) => !there.has(field))
      return {
        template: { id, name: lastName(given), sheet, headerRow, labels: [...labels], uses: [...uses] },
        missing: task.fields
          .filter(({ key }) => needed.some(({ field }) => field === key))
          .map(({ label }) => label),
        unused: labels.filter((label, column) => label !== '' && !uses[column]),
      }
    },

    async 'list.write'({ notice: noticeId, submission, out }) {
      const { notice, task } = await listOf(notices, noticeId, submission.task)
      const document = listDocument(task)
      if (!document) throw new Error(`no list among the documents of ${task.id}`)
      const { path, given } = await outPlace(out, room)
      const now = world.now()
      const tokens = submissionTokens(notice, task, submission, wallClock(now, notice.utcOffset))
      const { content } = await writeList({ task, document, submission, tokens, templates, now }, given)
      try {
        await writeFileAtomically(path, content)
      } catch (error) {
        throw await refusedFile(error, path, given)
      }
      return { path: given, rows: submission.rows.length }
    },
  }
}

/** @throws Fault `notice-unknown`, `task-unknown`, `task-of-other-kind` */
async function listOf(
  notices: Notices,
  noticeId: string,
  taskId: string,
): Promise<{ notice: Notice; task: ListTask }> {
  const { notice, task } = await taskOfNotice(notices, noticeId, taskId)
  if (task.kind !== 'table')
    throw new Fault({ code: 'task-of-other-kind', task: task.id, kind: task.kind, title: task.title })
  return { notice, task }
}

/** Whatever a file is called, it is not read whole before its size is known. */
async function readTemplate(path: string, given: string): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > largestTemplate)
    throw new Fault({ code: 'template-unusable', path: given, problem: 'too-large' })
  return patiently(() => readFile(path))
}

/** Fields that a column holds: a name and its phone may stand in one. */
function coveredBy(use: ColumnUses[number], task: ListTask): string[] {
  if (!use) return []
  if (use.part !== 'name-and-phone') return [use.field]
  const beside = task.composites.flatMap((one) =>
    one.split === 'name-and-phone' && one.name === use.field ? [one.phone] : [],
  )
  return [use.field, ...beside]
}
