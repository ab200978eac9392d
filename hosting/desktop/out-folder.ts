import { statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { outFolderIn } from '../out-folder.ts'
import type { ClaimedFolder } from '../../shared/desktop-bridge.ts'
import type { JsonFile } from './json-file.ts'

/** What the desktop remembers besides the window's place. */
export const Settings = z.object({ outFolder: z.string().min(1).optional() })
export type Settings = z.infer<typeof Settings>

export interface OutFolder {
  current(): ClaimedFolder
  choose(folder: string): ClaimedFolder
}

/**
 * Where packages go: the place chosen last, if its disk is still there, else 文档/科普日报送. Nothing is made before a
 * package is written.
 */
export function createOutFolder(
  settings: JsonFile<Settings>,
  documents: string,
  claim: (folder: string) => string,
): OutFolder {
  const claims = new Map<string, string>()
  const claimed = (folder: string): ClaimedFolder => {
    const known = claims.get(folder) ?? claim(folder)
    claims.set(folder, known)
    return { claim: known, shown: folder }
  }
  return {
    current() {
      const remembered = settings.read()?.outFolder
      const usable = remembered !== undefined && path.isAbsolute(remembered) && canHold(remembered)
      return claimed(usable ? remembered : outFolderIn(documents))
    },
    choose(folder) {
      settings.write({ ...settings.read(), outFolder: folder })
      return claimed(folder)
    },
  }
}

/** The folder is there, or its parent is, in which it can be made again. */
const canHold = (folder: string): boolean => isFolder(folder) || isFolder(path.dirname(folder))
const isFolder = (folder: string): boolean => {
  try {
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}
