import type { Finding, FindingCode } from '../../../shared/findings.ts'

/** What a button beside a finding does to mend it. Waiving is the requirement's affair. */
export type Mend = 'write' | 'replace' | 'remove' | 'look' | 'again' | 'relocate' | 'unit' | 'add'

const other = ['replace', 'remove'] as const
/** What stands in the file may have been mended on the disk, behind our back. */
const content = ['replace', 'remove', 'again'] as const
const alike = ['look', 'remove', 'again'] as const
const write = ['write'] as const

/** A new code needs its mends to compile. */
const mends = {
  'file-damaged': content,
  'file-unreadable': ['again', 'relocate', 'remove'],
  'format-wrong': content,
  'kind-not-asked': ['remove', 'again'],
  'live-photo': [],
  'extension-misleading': ['again'],
  'not-media': ['remove', 'again'],
  'archive-inside': ['remove', 'again'],
  'shortcut-instead-of-file': content,
  'bytes-outside': content,
  'bytes-ambiguous': content,
  'pixels-outside': content,
  'edge-outside': content,
  'aspect-wrong': content,
  'duration-outside': content,
  'codec-unusual': content,
  'chat-copy': other,
  screenshot: other,
  'same-file': alike,
  'similar-picture': alike,
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
  'row-alike': [],
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
