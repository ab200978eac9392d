import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Client } from '../../shared/operation.ts'
import type { Contract } from '../../shared/contract.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { photo, society } from '../../shared/rules/submission.fixture.ts'

/** A real JPEG above 3 MB in which no other is seen again. */
const soundPhoto = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 2048,
      height: 1536,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 98 })
    .toBuffer()

let drawn: Promise<readonly Buffer[]> | undefined

/** Writes two photos that keep every rule below the folder: `1.jpg` and `启动/2.jpg`. */
export async function writeSoundPhotos(folder: string): Promise<void> {
  const [first, second] = await (drawn ??= Promise.all([soundPhoto(), soundPhoto()]))
  await mkdir(path.join(folder, '启动'), { recursive: true })
  await writeFile(path.join(folder, '1.jpg'), first ?? '')
  await writeFile(path.join(folder, '启动', '2.jpg'), second ?? '')
}

/** A project whose media task can be packed as it is. */
export async function soundProject(client: Client<Contract>, claim: string): Promise<ProjectDocument> {
  const { id: project } = await client['project.create']({ notice: 'liaoning-2023' })
  const { document, added } = await client['project.add-sources']({
    project,
    task: 'media',
    claims: [claim],
  })
  const values = added.map((id, index) => ({ id, fields: photo(String(index + 1)).fields }))
  const edits: Edit[] = [
    { type: 'set-unit', unit: society },
    { type: 'set-values', task: 'media', values },
  ]
  await client['project.edit']({ project, revision: document.revision, edits })
  return client['project.open']({ project })
}
