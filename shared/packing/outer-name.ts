import type { Tokens } from '../naming/fill-template.ts'
import { fittedName, nameFrame } from '../naming/fitted-name.ts'
import { mostBytes, safeText } from '../naming/safe-name.ts'

/** A zip lies in the folder, and both below a path of the clerk's: together they must stay under 260. */
const longestName = 60

/** A name of the package's folder or zip; a long unit name gives way first, for what stands around it tells packages apart. */
export function outerName(template: string, tokens: Tokens): string {
  const unit = safeText(tokens['unit'] ?? '').name
  return fittedName(nameFrame(template, tokens, 'unit'), unit, { units: longestName, bytes: mostBytes })
}
