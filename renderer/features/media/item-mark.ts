import { findingName } from '../../../shared/wording/finding-names.ts'
import type { ItemVerdict } from '../../state/item-verdict.ts'
import { words } from './wording.ts'

/** Where a file stands, in the few words of its last column. */
export interface Mark {
  readonly tone: 'bad' | 'warn' | 'ok' | 'quiet'
  readonly sign: string
  readonly text: string
  /** Said smaller, below. */
  readonly more: string | undefined
}

/** The mark of a verdict; of a file without one, that it is being measured. */
export function markOf(verdict: ItemVerdict | undefined): Mark {
  if (!verdict) return { tone: 'quiet', sign: '', text: words.measuring, more: undefined }
  const open = verdict.judged.filter(({ waived }) => waived === undefined).map(({ finding }) => finding)
  const grave = open.filter(({ severity }) => severity !== 'note')
  const missing = grave.filter(({ code }) => code === 'text-missing').length
  switch (verdict.state) {
    case 'bad': {
      const main = grave.find(({ severity, code }) => severity === 'error' && code !== 'text-missing')
      const others = grave.length - 1
      return {
        tone: 'bad',
        sign: '✕',
        text: main ? findingName(main) : '',
        more: others > 0 ? words.others(others) : undefined,
      }
    }
    case 'incomplete': {
      const others = grave.length - missing
      return {
        tone: 'warn',
        sign: '',
        text: words.lacking(missing),
        more: others > 0 ? words.others(others) : undefined,
      }
    }
    case 'doubtful': {
      const main = grave[0]
      return { tone: 'warn', sign: '!', text: words.doubtful, more: main && findingName(main) }
    }
    case 'fine': {
      const kept = verdict.judged.some(
        ({ finding, waived }) => waived !== undefined && finding.severity === 'error',
      )
      if (kept) return { tone: 'ok', sign: '○', text: words.kept, more: words.keptMore }
      return { tone: 'ok', sign: '✓', text: words.fine, more: undefined }
    }
    case 'left-out': {
      const main = open[0]
      return { tone: 'quiet', sign: '–', text: words.leftOut, more: main && findingName(main) }
    }
  }
}
