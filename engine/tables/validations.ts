import type { Worksheet } from 'exceljs'
import { wholeCharacters } from '../documents/document-text.ts'

/** What Excel says when a cell is selected, and the values it offers. */
export interface CellHelp {
  readonly title: string
  readonly text: string
  /** Range of the values offered: `kepuri!$D$2:$D$10`. */
  readonly choices?: string
  /** Refuse other values, or only ask. */
  readonly strict?: boolean
}

/** exceljs can do more than its types say: a validation of a whole range, and one of any value. */
interface Validations {
  add(range: string, validation: Readonly<Record<string, unknown>>): void
}

/** Excel calls the file damaged when a title has more than 32 characters, or a text more than 255. */
const longestTitle = 32
const longestText = 255

/**
 * Adds help to a range such as `D4:D63`. It is given as one range, since exceljs, when it gathers equal cells by itself,
 * writes ranges that overlap from the tenth row on.
 */
export function addHelp(sheet: Worksheet, range: string, help: CellHelp): void {
  const { dataValidations } = sheet as Worksheet & { readonly dataValidations: Validations }
  const prompt = {
    showInputMessage: help.text !== '',
    promptTitle: wholeCharacters(help.title, longestTitle),
    prompt: wholeCharacters(help.text, longestText),
  }
  if (help.choices === undefined) {
    if (help.text !== '') dataValidations.add(range, { type: 'any', ...prompt })
    return
  }
  dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [help.choices],
    ...prompt,
    showErrorMessage: true,
    errorStyle: help.strict ? 'stop' : 'warning',
    errorTitle: prompt.promptTitle,
    error: '请从下拉列表中选择。',
  })
}
