import { fillTemplate } from '../naming/fill-template.ts'
import type { Paper } from '../paper/paper.ts'
import { numberOf } from '../wording/checklist-words.ts'
import { colophonOf, type Packed } from './checklist.ts'

/** The page on rights that the pack proposes for a task; undefined where it has none. */
export function statementPaper(packed: Packed): Paper | undefined {
  const { notice, task, submission, tokens, written } = packed
  const { statement } = task
  if (!statement) return undefined
  // A notice without a number leaves empty brackets behind.
  const lines = statement.paragraphs.map((line) => fillTemplate(line, tokens).replaceAll('（）', ''))
  return {
    format: 1,
    kind: 'statement',
    title: statement.title,
    subtitle: [],
    blocks: [
      { kind: 'paragraphs', lines },
      { kind: 'signatures', roles: [...statement.roles], seal: statement.seal },
    ],
    colophon: colophonOf(packed),
    properties: {
      title: statement.title,
      author: submission.unit?.name ?? '',
      description: `${notice.title}${numberOf(notice)}`,
    },
    parts: written.map(({ fileName, bytes, sha256 }) => ({ fileName, bytes, sha256 })),
  }
}
