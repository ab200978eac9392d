import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { ListTemplate } from '../../shared/lists/list-template.ts'
import { writeFileAtomically } from '../store/atomic-write.ts'
import { makeFolders } from '../store/make-folders.ts'
import { writeFault } from '../store/system-fault.ts'
import type { World } from '../world.ts'

/** Blank workbooks: those that are shipped, and copies of the clerks' own. */
export interface Templates {
  /** @throws what the file system says: an installation without it is broken */
  shipped(name: string): Promise<Buffer>
  /**
   * Keeps a copy in the data folder, under its SHA-256.
   *
   * @returns the SHA-256
   * @throws Fault `disk-full`, `out-unwritable`
   */
  keep(content: Buffer): Promise<string>
  /**
   * The copy of a workbook that was kept.
   *
   * @throws Fault `template-unusable` when it is gone, or is not what was kept
   */
  kept(template: Pick<ListTemplate, 'id' | 'name'>): Promise<Buffer>
}

export function openTemplates({ resourcesDir, dataDir }: Pick<World, 'resourcesDir' | 'dataDir'>): Templates {
  const folder = path.join(dataDir, 'templates')
  const place = (id: string) => path.join(folder, `${id}.xlsx`)
  return {
    shipped: (name) => readFile(path.join(resourcesDir, 'templates', name)),
    async keep(content) {
      const id = sha256(content)
      try {
        const there = await stat(place(id)).catch(() => undefined)
        if (there?.size === content.length && sha256(await readFile(place(id))) === id) return id
        await makeFolders(folder)
        await writeFileAtomically(place(id), content)
      } catch (error) {
        throw writeFault(error, folder)
      }
      return id
    },
    async kept({ id, name }) {
      const content = await readFile(place(id)).catch(() => undefined)
      if (content && sha256(content) === id) return content
      throw new Fault({ code: 'template-unusable', path: name, problem: 'copy-missing' })
    },
  }
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
