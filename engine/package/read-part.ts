import type { Notice } from '../../shared/notice/notice.ts'
import type { Manifest } from '../../shared/packing/manifest.ts'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import type { Found } from './find-packages.ts'

/** A package that was read and judged by itself. */
export interface ReadPart {
  readonly found: Found
  /** Equal in all parts of one submission. */
  readonly submission: string
  /** Tells it from other parts: copies of one part have the same. */
  readonly mark: string
  readonly createdAt: string
  /** Only of one part of several. */
  readonly manifest: Manifest | undefined
  /** What was said of it. */
  readonly problems: readonly VerifyProblem[]
}

/** One part of several. */
export type OnePart = ReadPart & { readonly manifest: Manifest }

export interface Across {
  /** Packages of the same call that could not be read so far. */
  readonly unread: readonly Found[]
  readonly noticeById: (id: string) => Notice | undefined
  /** Whether something lies in a folder that speaks of one submission. */
  readonly speaksOfOne: (folder: string) => Promise<boolean>
}

/** Collects what is held against packages, each thing once. */
export type Say = (part: ReadPart, ...problems: VerifyProblem[]) => void

/** What tells the parts of one submission from those of others; where the package says nothing, what its parts share. */
export const submissionOf = ({ submission, notice, task, unit, createdAt, part }: Manifest): string =>
  submission ?? JSON.stringify([notice.id, task.id, unit?.name, createdAt, part.of])

/** A package is not of the packing that another is of; with the moments of both, where these tell them apart. */
export const differs = ({ createdAt: actual }: ReadPart, other: ReadPart | undefined): VerifyProblem =>
  other && other.createdAt !== actual
    ? { code: 'parts-differ', expected: other.createdAt, actual }
    : { code: 'parts-differ' }
