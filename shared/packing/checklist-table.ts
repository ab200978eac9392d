import { subjectOf } from '../findings.ts'
import type { Task } from '../notice/task.ts'
import type { PaperBlock } from '../paper/paper.ts'
import type { Facts } from '../facts.ts'
import type { Submission } from '../project/submission.ts'
import type { Judged } from '../rules/verdict.ts'
import { durationText, words } from '../wording/checklist-words.ts'
import { findingName } from '../wording/finding-names.ts'
import { sizeText } from '../wording/size-text.ts'
import type { PlannedPart } from './plan.ts'

interface Content {
  readonly task: Task
  readonly submission: Submission
  readonly verdict: readonly Judged[]
  readonly plan: { readonly parts: readonly PlannedPart[] }
}

type Table = Extract<PaperBlock, { kind: 'table' }>
type BySubject = ReadonlyMap<string, Judged[]>

/** Every file or activity with what it was judged to be; nothing where there is neither. */
export function contentTable(content: Content): Table[] {
  const bySubject = judgedBySubject(content.verdict)
  return [fileTable(content, bySubject), rowTable(content, bySubject)].filter(
    (table) => table.rows.length > 0,
  )
}

/** In the order of the submission, whatever part a file is in: numbers are those of the documents. */
function fileTable({ submission, plan: { parts } }: Content, bySubject: BySubject): Table {
  const items = new Map(submission.items.map((item) => [item.id, item]))
  const several = parts.length > 1
  const { columns } = words
  const planned = parts.flatMap(({ index, items: own }) => own.map((one) => ({ ...one, part: index })))
  const rows = planned
    .toSorted((a, b) => a.number - b.number)
    .map(({ item: id, number, name, part, bytes, kind }) => {
      const facts = items.get(id)?.facts
      const measure = facts && (kind === 'video' ? durationOf(facts) : pixelsOf(facts))
      const verdict = verdictOf(bySubject.get(id))
      return [
        String(number),
        name,
        ...(several ? [String(part)] : []),
        sizeText(bytes),
        measure ?? '',
        verdict,
      ]
    })
  return {
    kind: 'table',
    title: words.fileTable(rows.length),
    columns: [
      { label: columns.seq, width: 5 },
      { label: columns.name, width: 36 },
      ...(several ? [{ label: columns.part, width: 4 }] : []),
      { label: columns.size, width: 10 },
      { label: columns.measure, width: 13 },
      { label: columns.verdict, width: 20 },
    ],
    rows,
  }
}

/** The first fields of a list say which activity is meant. */
const tellingFields = 3

function rowTable({ task, submission }: Content, bySubject: BySubject): Table {
  const fields = task.fields
    .filter(({ type, optional }) => type !== 'sequence' && optional !== true)
    .slice(0, tellingFields)
  return {
    kind: 'table',
    title: words.rowTable(submission.rows.length),
    columns: [
      { label: words.columns.seq, width: 5 },
      ...fields.map(({ label, width = 16 }) => ({ label, width })),
      { label: words.columns.verdict, width: 16 },
    ],
    rows: submission.rows.map((row, index) => [
      String(index + 1),
      ...fields.map(({ key }) => (row.fields[key] ?? '').trim()),
      verdictOf(bySubject.get(row.id)),
    ]),
  }
}

/** What was found about each file or row; notes are no verdict. */
function judgedBySubject(verdict: readonly Judged[]): BySubject {
  const bySubject = new Map<string, Judged[]>()
  for (const one of verdict) {
    const id = subjectOf(one.finding)
    if (id === undefined || one.finding.severity === 'note') continue
    const own = bySubject.get(id)
    if (own) own.push(one)
    else bySubject.set(id, [one])
  }
  return bySubject
}

/** 合格, or what was kept and what should be looked at. */
function verdictOf(own: readonly Judged[] = []): string {
  const named = (kept: boolean) =>
    [
      ...new Set(
        own.flatMap(({ finding, waived }) => ((waived !== undefined) === kept ? [findingName(finding)] : [])),
      ),
    ].join('、')
  const [kept, doubts] = [named(true), named(false)]
  if (kept === '' && doubts === '') return words.fine
  return [kept && words.keptOf(kept), doubts && words.doubtOf(doubts)].filter(Boolean).join('；')
}

const pixelsOf = ({ width, height }: Facts): string =>
  width === undefined || height === undefined ? '' : `${width}×${height}`
const durationOf = ({ duration }: Facts): string => (duration === undefined ? '' : durationText(duration))
