import type { Finding } from '../shared/findings.ts'
import { judged } from '../shared/rules/verdict.ts'
import { findingSentence } from '../shared/wording/finding-sentence.ts'
import type { OpenedList } from './open-list.ts'
import { readFiles } from './read-files.ts'
import { rowPlaces } from './row-places.ts'

/** A list as scripts read it: rows with the places they came from, findings by the row's number, and where every line went. */
export function listJson(opened: OpenedList, findings: readonly Finding[]) {
  const { notice, task, submission, plan, unread, ignored } = opened
  const numbers = new Map(submission.rows.map(({ id }, index) => [id, index + 1]))
  const rowName = rowPlaces(opened)
  const verdict = judged(task, findings, submission.waivers)
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const { merged, ...report } = plan.report
  return {
    notice: notice.id,
    task: task.id,
    ...(submission.unit && { unit: submission.unit }),
    items: [],
    rows: submission.rows.map(({ fields, origins = [], original }) => ({
      ...fields,
      origin: origins[0],
      origins,
      ...(original && { original }),
    })),
    findings: verdict.map(({ finding, waived }) => ({
      ...finding,
      subject: byNumber(finding.subject, numbers),
      actual: othersByNumber(finding.actual, numbers),
      message: findingSentence(finding, { rowName }),
      ...(waived !== undefined && { waived }),
    })),
    report: { ...report, files: readFiles(opened), merged: merged.length, mergedRows: merged },
    unread,
    counts: {
      items: 0,
      images: 0,
      videos: 0,
      rows: submission.rows.length,
      ignored,
      errors: count('error'),
      warnings: count('warning'),
    },
  }
}

type Numbers = ReadonlyMap<string, number>

function byNumber({ row, ...subject }: Finding['subject'], numbers: Numbers) {
  const number = row === undefined ? undefined : numbers.get(row)
  return number === undefined ? subject : { ...subject, row: number }
}

/** Other rows that a finding speaks of are numbers too; our ids mean nothing outside. */
function othersByNumber(actual: Finding['actual'], numbers: Numbers): unknown {
  if (actual === null || !('others' in actual)) return actual
  return { ...actual, others: actual.others.map((id) => numbers.get(id) ?? id) }
}
