import { fillTemplate, type Tokens } from '../naming/fill-template.ts'
import type { Notice } from '../notice/notice.ts'
import type { Task } from '../notice/task.ts'
import type { Paper } from '../paper/paper.ts'
import type { Unit } from '../project/unit.ts'
import { numberOf } from '../wording/checklist-words.ts'

/** The page on rights that the pack proposes for a task; undefined where it has none. */
export function statementPaper(
  notice: Notice,
  task: Task,
  unit: Unit | undefined,
  tokens: Tokens,
  colophon: string,
): Paper | undefined {
  const { statement } = task
  if (!statement) return undefined
  return {
    format: 1,
    kind: 'statement',
    title: statement.title,
    subtitle: [],
    blocks: [
      { kind: 'paragraphs', lines: statement.paragraphs.map((line) => fillTemplate(line, tokens)) },
      { kind: 'signatures', roles: [...statement.roles], seal: statement.seal },
    ],
    colophon,
    properties: {
      title: statement.title,
      author: unit?.name ?? '',
      description: `${notice.title}${numberOf(notice)}`,
    },
    parts: [],
  }
}
