import { existsSync } from 'node:fs'
import path from 'node:path'
import { makeFolders } from '../../engine/store/make-folders.ts'
import { writeFault } from '../../engine/store/system-fault.ts'

const name = '科普日报送'

/** Where packages are written unless `--out` says otherwise: beside the person's own documents. */
export function defaultOut(home: string): string {
  const documents = ['Documents', '文档'].map((one) => path.join(home, one)).find((one) => existsSync(one))
  return path.join(documents ?? home, name)
}

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
