import type { Choice } from '../../shared/desktop-bridge.ts'
import { copyExtension } from '../../shared/project/project-copy.ts'

/** What a clerk may hand back a filled-in form as. */
const workbooks = '.xlsx,.xls,.et,.csv'

/** Asks for files, or a folder with all that is in it; empty when the clerk thinks better of it. */
export function chooseFiles(what: Choice): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.hidden = true
  input.multiple = what === 'files'
  input.webkitdirectory = what === 'folders'
  if (what === 'workbook') input.accept = workbooks
  if (what === 'project') input.accept = `.${copyExtension}`
  // Some browsers only answer for an input that stands in the page.
  document.body.append(input)
  return new Promise<readonly File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  }).finally(() => input.remove())
}
