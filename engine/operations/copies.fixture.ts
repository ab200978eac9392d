import { createHash, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ProjectDocument } from '../../shared/project/document.ts'
import { openEngine } from '../engine.fixture.ts'

export type Machine = Awaited<ReturnType<typeof openEngine>>

/** A computer with a data folder of its own; ids are what they are in the program. */
export const openMachine = (folder?: string): Promise<Machine> =>
  openEngine({ newId: randomUUID, ...(folder !== undefined && { folder }) })

/** A project as a file in the computer's folder. @returns its path */
export async function saveCopy(
  machine: Machine,
  project: string,
  name = '沈阳市科协.kepuri',
): Promise<string> {
  const file = path.join(machine.folder, name)
  await machine.client['project.save-copy']({ project, out: machine.claim(file) })
  return file
}

export const openCopy = (machine: Machine, file: string, anew?: boolean) =>
  machine.client['project.open-copy']({ claim: machine.claim(file), ...(anew && { anew }) })

/** The same where it must become a project, or be one. */
export async function openedCopy(machine: Machine, file: string, anew?: boolean) {
  const opened = await openCopy(machine, file, anew)
  if (opened.outcome !== 'opened') throw new Error('not opened')
  return opened
}

/** A file as a stranger would write it: the document is another, and the sum is right. */
export async function forge(file: string, change: (document: ProjectDocument) => unknown): Promise<void> {
  const text = await readFile(file, 'utf8')
  const end = text.indexOf('\n')
  const body = JSON.stringify(change(JSON.parse(text.slice(end + 1)) as ProjectDocument))
  const head = {
    ...(JSON.parse(text.slice(0, end)) as object),
    bytes: Buffer.byteLength(body),
    sha256: createHash('sha256').update(body).digest('hex'),
  }
  await writeFile(file, `${JSON.stringify(head)}\n${body}`)
}

export const mediaOf = (document: ProjectDocument) => {
  const media = document.tasks['media']
  if (!media) throw new Error('no media')
  return media
}
