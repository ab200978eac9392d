import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type DraftItem, type ProjectDocument } from '../shared/project/document.ts'

/** Below a data folder, where the program keeps its projects. */
export const projectsFolder = (dataDir: string): string => path.join(dataDir, 'kepuri-packager', 'projects')

/** A project on the disk with all files of a folder, as the program would have saved it. */
export async function seedProject(
  dataDir: string,
  folder: string,
  id = 'seeded',
  changes: Partial<ProjectDocument> = {},
): Promise<ProjectDocument> {
  const names = (await readdir(folder)).toSorted()
  const items = names.map((name, index): DraftItem => ({
    id: `item-${index}`,
    relative: `${path.basename(folder)}/${name}`,
    source: { path: path.join(folder, name), root: folder },
    fields: {},
  }))
  const document: ProjectDocument = {
    format: 1,
    id,
    notice: { id: 'liaoning-2023', version: '1.0.0' },
    revision: 0,
    createdAt: '2023-08-25T00:00:00.000Z',
    changedAt: '2023-08-25T00:00:00.000Z',
    unit: {
      name: '辽宁省气象学会',
      class: 'society',
      region: '沈阳市',
      contact: '李四',
      phone: '024-23221703',
    },
    tasks: { media: { items, rows: [], declared: [], waivers: [], packages: [] } },
    ...changes,
  }
  await mkdir(projectsFolder(dataDir), { recursive: true })
  await writeFile(path.join(projectsFolder(dataDir), `${id}.json`), JSON.stringify(document))
  return document
}
