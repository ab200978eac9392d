import type { Notice } from '../../shared/notice/notice.ts'
import type { Task } from '../../shared/notice/task.ts'
import type { Step } from '../../shared/operation.ts'
import type { Replaced } from '../../shared/packing/replaced.ts'
import type { SendingChoice } from '../../shared/packing/sending.ts'
import type { Submission } from '../../shared/project/submission.ts'
import type { Templates } from '../lists/keep-templates.ts'
import type { Claim } from '../sources/claims.ts'
import type { SourceFile } from '../sources/walk.ts'
import type { LogEntry, PrintPdf } from '../world.ts'
import type { PackingJournal } from '../store/unfinished/packing-journal.ts'

/** @returns undefined where it is not at hand */
export type Thumbnail = (sha256: string) => Promise<Buffer | undefined>

/** What a package is built of, and for whom. */
export interface BuildOptions {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  readonly source: (id: string) => SourceFile
  readonly out: Claim
  /** The earlier submission of the task, which the mail then says this package stands in for. */
  readonly replaces?: Replaced | undefined
  /** Blank workbooks that lists are written into. */
  readonly templates: Templates
  /** The small picture (JPEG) of a content by its SHA-256; absent where none are kept. */
  readonly thumbnail?: Thumbnail | undefined
  /** Counts the packings of the task from 1; absent where nobody counts them. */
  readonly ordinal?: number | undefined
  /** How it goes out, as far as the clerk has chosen. */
  readonly sending?: SendingChoice | undefined
  /** Whether drafts of the mails (.eml) are written beside the archives. */
  readonly drafts?: boolean | undefined
  /** Prints papers beside their pages; absent where no program can, or nobody wants it. */
  readonly printPdf?: PrintPdf | undefined
  /** Where the unfinished package is written down, for the next start to find; absent where nobody keeps one. */
  readonly journal?: PackingJournal | undefined
  readonly log: (entry: LogEntry) => void
  readonly now: Date
  readonly id: string
  readonly generator: string
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}
