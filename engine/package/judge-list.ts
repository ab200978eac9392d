import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { taskOf } from '../../shared/notice/choose.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { listCells, sequenceKeys } from '../../shared/packing/list-cells.ts'
import type { Manifest } from '../../shared/packing/manifest.ts'
import { listDifferences } from '../lists/compare-list.ts'
import { sheetsThread } from '../tables/sheets-thread.ts'
import type { Contents } from './contents.ts'
import { fitsHeader, placeProblems } from './judge-list-place.ts'

/** A workbook from anywhere is read in a thread with bounds. */
const thread = sheetsThread()

/**
 * The list in the package says what the manifest says, row by row. Said of lists of tasks that this installation knows;
 * of another program's manifest that says nothing of a workbook, nothing.
 *
 * @throws the signal's reason
 */
export async function listRowProblems(
  manifest: Manifest,
  { workbooks, files }: Contents,
  noticeById: (id: string) => Notice | undefined,
  signal: AbortSignal,
): Promise<VerifyProblem[]> {
  const { list, rows } = manifest
  const notice = noticeById(manifest.notice.id)
  const task = notice && taskOf(notice, manifest.task.id)
  if (task?.kind !== 'table') return []
  const misplaced = placeProblems(manifest, task)
  if (!list || misplaced.length > 0) return misplaced
  const item = list.document
  if (!files.has(item)) return manifest.documents.includes(item) ? [] : [{ code: 'file-missing', item }]
  const content = workbooks.get(item)
  const read = content && (await thread.read({ of: 'tables', content, format: 'excel' }, signal))
  const expected = rows.map((row, index) => listCells(row, index + 1, list.uses, task))
  const tables = read?.ok && fitsHeader(read.tables, list, task) ? read.tables : []
  const differences = listDifferences(tables, list, expected, sequenceKeys(task))
  if (!differences) return [{ code: 'list-differs', item }]
  return differences.map(({ row, expected: text, actual }) => ({
    code: 'list-differs',
    item,
    row,
    expected: text,
    actual,
  }))
}

/** How many rows of the manifest the list does not show as they are. */
export function wrongRows(problems: readonly VerifyProblem[], manifest: Manifest | undefined): number {
  const rows = manifest?.rows.length ?? 0
  const about = problems.filter(({ code }) => code === 'list-differs' || code === 'manifest-unreadable')
  const wrong = about.filter(({ row }) => (row ?? 0) <= rows)
  return wrong.some(({ row }) => row === undefined) ? rows : wrong.length
}
