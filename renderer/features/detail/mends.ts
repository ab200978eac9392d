import type { Finding, FindingCode } from '../../../shared/findings.ts'

/** What a button beside a finding does to mend it. Waiving is the requirement's affair. */
export type Mend = 'write' | 'replace' | 'remove' | 'look' | 'again' | 'relocate' | 'unit' | 'add'

const other = ['replace', 'remove'] as const
const write = ['write'] as const

/** A new code needs its mends to compile. */
const mends = {
  'file-damaged': other,
  'file-unreadable': ['again', 'relocate', 'remove'],
  'format-wrong': other,
  'kind-not-asked': ['remove'],
  'live-photo': [],
  'extension-misleading': [],
  'not-media': ['remove'],
  'archive-inside': ['remove'],
  'shortcut-instead-of-file': other,
  'bytes-outside': other,
  'bytes-ambiguous': other,
  'pixels-outside': other,
  'edge-outside': other,
  'aspect-wrong': other,
  'duration-outside': other,
  'codec-unusual': other,
  'chat-copy': other,
  screenshot: other,
  'same-file': ['look', 'remove'],
  'similar-picture': ['look', 'remove'],
  'capture-outside': ['write', 'remove'],
  'capture-future': write,
  'date-unreadable': write,
  'date-impossible': write,
  'year-assumed': write,
  'text-missing': write,
  'text-length': write,
  'text-length-by-characters': write,
  'choice-unknown': write,
  'phone-unreadable': write,
  'phone-without-area-code': write,
  'phone-lost-digits': write,
  'time-unreadable': write,
  'time-vague': write,
  'time-impossible': write,
  'time-outside': write,
  'time-beside-event': write,
  'phrase-vague': write,
  'row-repeated': [],
  'name-unusable': write,
  'unit-name-unusable': ['unit'],
  'name-characters-replaced': [],
  'name-shortened': [],
  'name-numbered': [],
  'quota-short': ['add'],
  'quota-exceeded': [],
  'quota-unknown-class': ['unit'],
  'deadline-near': [],
  'deadline-passed': [],
  'declaration-missing': [],
} as const satisfies { readonly [C in FindingCode]: readonly Mend[] }

/** The ways to mend a finding, the best first; writing only where the field is known. */
export function mendsOf({ code, subject }: Finding): readonly Mend[] {
  const all: readonly Mend[] = mends[code]
  return subject.field === undefined ? all.filter((mend) => mend !== 'write') : all
}
