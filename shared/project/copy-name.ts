import { safeName } from '../naming/safe-name.ts'
import { copyExtension } from './project-copy.ts'

/**
 * What a project file is called unless the clerk calls it otherwise: 科普日报送-沈阳市科协-20230825.kepuri.
 *
 * @param day of the last change, `YYYY-MM-DD…`, by the notice's clock
 */
export function copyName(unit: string, day: string): string {
  const parts = ['科普日报送', unit.trim(), day.slice(0, 10).replaceAll('-', '')].filter(Boolean)
  return `${safeName(parts.join('-')).name}.${copyExtension}`
}
