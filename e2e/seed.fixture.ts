import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type DraftItem, type ProjectDocument, taskDraft } from '../shared/project/document.ts'
import type { Row } from '../shared/project/submission.ts'

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

/** The same with all texts written: a folder of sound files can be packed as it is. */
export async function seedReady(
  dataDir: string,
  folder: string,
  changes: Partial<ProjectDocument> = {},
): Promise<ProjectDocument> {
  const blank = await seedProject(dataDir, folder)
  const items = taskDraft(blank, 'media').items.map((item, index): DraftItem => ({
    ...item,
    fields: {
      title: `科普大篷车进校园之${index + 1}`,
      creator: '张三 摄',
      takenAt: '2023年5月20日',
      place: '沈阳市沈河区文化路小学',
      caption: '市科协联合文化路小学开展科普大篷车进校园活动，学生体验科学。',
    },
  }))
  const tasks = { media: { ...taskDraft(blank, 'media'), items } }
  return seedProject(dataDir, folder, blank.id, { tasks, ...changes })
}

/** A project on the disk whose list of activities has these rows. */
export async function seedRows(dataDir: string, rows: readonly Row[]): Promise<ProjectDocument> {
  const empty = path.join(dataDir, 'none')
  await mkdir(empty, { recursive: true })
  const activities = { items: [], rows: [...rows], declared: [], waivers: [], packages: [] }
  return seedProject(dataDir, empty, 'seeded', { tasks: { activities } })
}
