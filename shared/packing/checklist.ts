import type { Tokens } from '../naming/fill-template.ts'
import type { Notice } from '../notice/notice.ts'
import type { Task } from '../notice/task.ts'
import type { Paper, PaperBlock } from '../paper/paper.ts'
import type { Submission } from '../project/submission.ts'
import type { Judged } from '../rules/verdict.ts'
import { numberOf, words } from '../wording/checklist-words.ts'
import { momentText } from '../wording/measures.ts'
import { programName } from '../wording/program-name.ts'
import { checklistEntries } from './checklist-entries.ts'
import { contentTable } from './checklist-table.ts'
import type { Mail, WrittenPart } from './mail.ts'
import type { PackagePlan } from './plan.ts'

/** A part as it was written and proven. */
export interface PackedPart extends WrittenPart {
  /** How many of its files were found as planned when it was opened again. */
  readonly items: number
}

/** A package as it was written and proven, and what it was judged to be. */
export interface Packed {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  readonly verdict: readonly Judged[]
  readonly plan: Pick<PackagePlan, 'parts' | 'cap'>
  readonly written: readonly PackedPart[]
  readonly mails: readonly Mail[]
  readonly tokens: Tokens
  /** Counts the packings of the task from 1; absent where nobody counts them. */
  readonly ordinal?: number | undefined
  /** Local wall-clock time. */
  readonly now: string
  /** What made it. */
  readonly generator: string
}

/**
 * 报送核对单: all that a leader must see before signing, on the first sheet; what is sent, piece by piece, behind it.
 */
export function checklistPaper(packed: Packed): Paper {
  const { notice, task, submission, written } = packed
  const signOff = notice.signOff
  const declared = task.declarations.map(({ id, text }) => ({
    text,
    ticked: submission.declared.includes(id),
  }))
  const title = words.title(`${notice.shortTitle}${task.title}`)
  const blocks: PaperBlock[] = [
    { kind: 'entries', entries: checklistEntries(packed) },
    ...(declared.length > 0 ? [{ kind: 'ticks' as const, label: words.declarations, ticks: declared }] : []),
    ...(signOff.reviews.length > 0
      ? [
          {
            kind: 'ticks' as const,
            label: words.reviews,
            ticks: signOff.reviews.map((text) => ({ text, ticked: false })),
          },
        ]
      : []),
    { kind: 'signatures', roles: [...signOff.roles], seal: signOff.seal },
    ...contentTable(packed),
  ]
  return {
    format: 1,
    kind: 'checklist',
    title,
    subtitle: [
      [
        // A terminal's packages are counted by nobody.
        ...(packed.ordinal === undefined ? [] : [packed.tokens['version'] ?? words.first]),
        words.packedAt(momentText(packed.now)),
        ...(packed.ordinal !== undefined ? [words.packing(packed.ordinal)] : []),
        ...(signOff.copies > 1 ? [words.copies(signOff.copies)] : []),
      ].join('　'),
    ],
    blocks,
    colophon: colophonOf(packed),
    properties: {
      title,
      author: submission.unit?.name ?? '',
      description: `${notice.title}${numberOf(notice)}`,
    },
    parts: written.map(({ fileName, bytes, sha256 }) => ({ fileName, bytes, sha256 })),
  }
}

/** What made a paper, by which rules: 科普日报送助手 0.1.0 规则 liaoning-2023 1.0.0. */
export const colophonOf = ({ notice, generator }: Pick<Packed, 'notice' | 'generator'>): string =>
  `${generator.replace(/^kepuri-packager\b/, programName)}　规则 ${notice.id} ${notice.version}`
