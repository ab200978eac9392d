import type { FaultCode, FaultData } from '../../../shared/faults.ts'
import type { Host } from '../../host/host.ts'
import { changedFiles } from './changed-files.ts'
import { words } from './wording.ts'

/**
 * What the clerk can do about a failure: write to another place, send in another way, have the files measured again, fill in
 * the unit, or just try again.
 */
export type Advice = 'place' | 'plan' | 'measure' | 'unit' | 'retry'

/** What can be done about why a package was not written, or cannot be; the best first. */
export function failureAdvice(fault: FaultData): readonly Advice[] {
  switch (fault.code) {
    case 'disk-full':
    case 'out-unwritable':
    case 'package-broken':
    case 'file-too-large-for-disk':
      return ['place', 'retry']
    case 'out-inside-source':
      return ['place']
    case 'plan-unfit':
      return ['plan']
    case 'source-changed':
      return changedFiles(fault)?.locked ? ['retry', 'measure'] : ['measure']
    case 'submission-has-errors':
    case 'nothing-to-pack':
      return ['measure']
    case 'unit-needed':
      return ['unit']
    default:
      return ['retry']
  }
}

/** The program broke off, or what became of the package was not heard: nobody has seen to what lies in the folder. */
const unheard: ReadonlySet<FaultCode> = new Set([
  'engine-gone',
  'host-gone',
  'internal',
] satisfies FaultCode[])

/** What a failed packing has left where it was written; undefined where that is told otherwise. */
export function leftText({ code }: FaultData): string | undefined {
  // The package is there all the same; of a cancelled one all is said.
  if (code === 'package-not-recorded' || code === 'cancelled') return undefined
  return unheard.has(code) ? words.perhapsLeft : words.nothingLeft
}

/** How packages get to another place where the window cannot ask for one; undefined where it can, or it would not help. */
export const placeHint = (fault: FaultData, host: Host['kind']): string | undefined =>
  host === 'web' && failureAdvice(fault).includes('place') ? words.placeOfWeb : undefined
