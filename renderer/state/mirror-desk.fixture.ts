import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'
import { applyEdits } from '../../shared/project/apply-edit.ts'
import { blankUnit, type ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { createProjectMirror } from './project-mirror.ts'

const blank: ProjectDocument = {
  format: 1,
  id: 'p',
  notice: { id: 'n', version: '1.0.0' },
  revision: 3,
  createdAt: '2023-08-25T00:00:00.000Z',
  changedAt: '2023-08-25T00:00:00.000Z',
  unit: blankUnit,
  tasks: {},
}
export const named = (name: string): Edit => ({ type: 'set-unit', unit: { ...blankUnit, name } })

/** An engine in miniature: a disk, and faults that the test orders. */
export function desk() {
  let disk = blank
  const calls: number[] = []
  let next: ((edits: readonly Edit[]) => void | Promise<never>) | undefined
  const change = (edits: readonly Edit[]) =>
    (disk = { ...applyEdits(disk, edits).document, revision: disk.revision + 1 })
  const client = {
    'project.open': async () => disk,
    'project.edit': async ({ revision, edits }: { revision: number; edits: Edit[] }) => {
      await Promise.resolve()
      const order = next
      next = undefined
      await order?.(edits)
      if (revision !== disk.revision) throw new Fault({ code: 'project-changed-elsewhere', project: 'p' })
      calls.push(edits.length)
      return { revision: change(edits).revision, changedAt: disk.changedAt }
    },
  } as unknown as Client<Contract>
  return {
    mirror: createProjectMirror(client, blank),
    disk: () => disk,
    calls,
    change,
    /** At the next save, before it is done. */
    atNextSave: (order: NonNullable<typeof next>) => (next = order),
  }
}
