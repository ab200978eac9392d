import type { RequirementOf } from '../notice/requirement.ts'
import type { Row } from '../project/submission.ts'

/** A row that looks like earlier ones. */
export interface Alike {
  readonly row: string
  /** Ids of the earlier rows. */
  readonly others: readonly string[]
  readonly by: 'name-and-time' | 'place-and-time'
}

/**
 * Rows that are probably one activity written twice: much the same name at overlapping times, or one place at one
 * time. Rows that are equal in name, time and place are not named (they are repetitions), nor those kept apart.
 */
export function alikeRows(
  _rows: readonly Row[],
  _by: Pick<RequirementOf<'alike-rows'>, 'name' | 'time' | 'place' | 'assumedYear'>,
): Alike[] {
  return []
}
