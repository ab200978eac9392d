import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Engine } from '../../shared/operation.ts'
import { taskDraft } from '../../shared/project/document.ts'
import { writeDraft } from '../mail/write-draft.ts'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { isFileSystemTrouble } from '../store/file-system-trouble.ts'
import { writeFault } from '../store/system-fault.ts'
import { draftOf, seeFile } from './package-state.ts'
import type { ProjectParts } from './project.ts'

/** A mail of a package as a draft beside it, written when the clerk wants it; one that lies there is written anew. */
export function draftMailOperation({
  world,
  files,
  projects,
}: ProjectParts): Engine<Contract>['project.draft-mail'] {
  return async ({ project, task, package: id, mail: number }, { signal, progress }) => {
    const { packages } = taskDraft(await projects.open(project), task)
    const record = packages.find((one) => one.id === id)
    const mail = record?.result.mails[number]
    if (!record || !mail)
      throw new Fault({ code: 'bad-request', operation: 'project.draft-mail', detail: `no mail ${number}` })
    const { out, packages: parts } = record.result
    if (!(await isFolder(out)))
      throw new Fault({
        code: 'attachment-unusable',
        path: path.basename(parts[number]?.path ?? out),
        trouble: 'missing',
      })
    const draft = draftOf(record, number)
    try {
      await writeDraft(mail, draft.path, {
        parts,
        journal: openPackingJournal(world),
        now: world.now(),
        signal,
        onProgress: progress,
      })
    } catch (error) {
      if (signal.aborted) throw new Fault({ code: 'cancelled' }, { cause: error })
      throw isFileSystemTrouble(error) ? writeFault(error, out) : error
    }
    const seen = await seeFile(draft.id, draft.path, files)
    if (!seen) throw new Fault({ code: 'not-found', path: draft.path })
    return seen
  }
}

const isFolder = (place: string): Promise<boolean> =>
  stat(place).then(
    (status) => status.isDirectory(),
    () => false,
  )
