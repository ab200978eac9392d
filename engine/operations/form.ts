import { readFile } from 'node:fs/promises'
import type { Contract } from '../../shared/contract.ts'
import { captionsBeside } from '../../shared/naming/captions-beside.ts'
import { packageNames } from '../../shared/naming/package-names.ts'
import { suggestFields } from '../../shared/naming/suggest.ts'
import type { Engine } from '../../shared/operation.ts'
import { packable } from '../../shared/packing/plan.ts'
import { intendedKind } from '../../shared/project/item-kind.ts'
import { textsBeside } from '../sources/text-beside.ts'
import { writeFileAtomically } from '../store/atomic-write.ts'
import { captureYear } from '../../shared/notice/choose.ts'
import type { Notices } from '../store/notices.ts'
import { patiently } from '../store/patiently.ts'
import { refusedFile } from '../store/refused-file.ts'
import { readFault } from '../store/system-fault.ts'
import { outPlace, type OutRoom } from './out-place.ts'
import { taskOfNotice } from './task-of-notice.ts'

type FormOperations = Pick<Engine<Contract>, 'form.write' | 'form.read'>

/** The form that clerks fill in with Excel: out, with all that is known already, and back in. */
export function formOperations({ notices, ...room }: OutRoom & { notices: Notices }): FormOperations {
  const { claims, files, originals } = room
  return {
    async 'form.write'({ notice: noticeId, submission, out }) {
      const { notice, task } = await taskOfNotice(notices, noticeId, submission.task)
      const media = packable(submission, task)
      const notes = submission.items.filter(({ facts }) => facts.format === 'text')
      const sources = await files.reach(notes.map(({ id }) => id))
      const captions = captionsBeside(
        media.map(({ relative }) => relative),
        await textsBeside(
          sources.map((source, index) => ({
            ...source,
            relative: notes[index]?.relative ?? source.relative,
          })),
        ),
      )
      const items = media.map((item) => {
        const caption = captions.get(item.relative)
        const known = {
          ...suggestFields(item.relative, item.facts, {
            ofManyYears: captureYear(notice, task) === undefined,
          }),
          ...(caption !== undefined && { caption }),
        }
        return { ...item, fields: { ...known, ...filled(item.fields) } }
      })
      const names = packageNames(task, submission.unit, items)
      const known = new Set(task.fields.map(({ key }) => key))
      const rows = items.map((item) => ({
        relative: item.relative,
        name: names.get(item.id)?.name ?? '',
        kind: intendedKind(item),
        fields: Object.fromEntries(Object.entries(item.fields).filter(([key]) => known.has(key))),
      }))
      const { unit } = submission
      // Workbook libraries take longer to load than most calls to run.
      const { writeForm } = await import('../tables/form-write.ts')
      const content = await writeForm({ notice, task, rows, ...(unit && { unit }) })
      const { path, given } = await outPlace(out, room)
      try {
        await writeFileAtomically(path, content)
      } catch (error) {
        throw await refusedFile(error, path, given)
      }
      return { path: given, rows: rows.length }
    },

    async 'form.read'({ notice: noticeId, task: taskId, form, files: ids, passOver }) {
      const { task } = await taskOfNotice(notices, noticeId, taskId)
      const { path, given } = claims.get(form)
      await originals.remember([path])
      const content = await patiently(() => readFile(path)).catch((error: unknown) => {
        throw readFault(error, given)
      })
      const sources = await files.reach(ids)
      const byRelative = new Map(sources.map(({ relative }, index) => [relative, ids[index] ?? '']))
      const { readForm } = await import('../tables/form-read.ts')
      const { rows, missing, unknown } = await readForm({
        path: given,
        content,
        task,
        known: [...byRelative.keys()],
        passOver,
      })
      const idOf = (relative: string): string => byRelative.get(relative) ?? relative
      return {
        rows: rows.map(({ relative, fields }) => ({ id: idOf(relative), fields })),
        missing: missing.map(idOf),
        unknown: [...unknown],
      }
    },
  }
}

const filled = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''))
