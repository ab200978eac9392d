import { extensionOf, stemOf } from '../shared/naming/file-path.ts'
import { mostBytes, safeName, shortened } from '../shared/naming/safe-name.ts'

/** What a page calls a file to be saved, as one name that every system can make. */
export function savedName(name: string): string {
  const extension = extensionOf(name).replaceAll(/[^a-z0-9]/g, '')
  const stem = shortened(safeName(stemOf(name)).name, { units: mostBytes, bytes: mostBytes })
  return `${stem || '科普日报送'}${extension && `.${extension}`}`
}
