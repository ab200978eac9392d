import { existsSync } from 'node:fs'
import path from 'node:path'
import { makeFolders } from '../engine/store/make-folders.ts'
import { writeFault } from '../engine/store/system-fault.ts'

/** Where packages are written unless the person says otherwise: beside their own documents. */
export const outFolderIn = (documents: string): string => path.join(documents, '科普日报送')

/** The person's documents, for hosts that the system does not tell. */
export const documentsOf = (home: string): string =>
  ['Documents', '文档'].map((one) => path.join(home, one)).find((one) => existsSync(one)) ?? home

/**
 * Makes the folder when it is first needed.
 *
 * @throws Fault `out-unwritable`, `disk-full`
 */
export async function makeOut(folder: string): Promise<void> {
  try {
    await makeFolders(folder)
  } catch (error) {
    throw writeFault(error, folder)
  }
}
