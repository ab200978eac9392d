import type { Finding } from '../shared/findings.ts'
import { SkipReason } from '../shared/lists/import-report.ts'
import { blocking, judged } from '../shared/rules/verdict.ts'
import { skipReasonNames } from '../shared/wording/skip-reason-names.ts'
import { bySubject, findingLines, subjectLines, verdictText } from './finding-lines.ts'
import type { OpenedList } from './open-list.ts'
import { printableName } from './printable.ts'
import { originText, rowPlaces } from './row-places.ts'

/** The list for people: what was read and where every line went, what is wrong row by row, then the whole. */
export function listReport(opened: OpenedList, findings: readonly Finding[]): string {
  const { task, submission } = opened
  const verdict = judged(task, findings, submission.waivers)
  const rowName = rowPlaces(opened)
  const ofRows = bySubject(verdict, ({ finding }) => finding.subject.row)
  const rows = submission.rows.flatMap(({ id }) =>
    subjectLines(rowName(id) ?? '', ofRows.get(id) ?? [], task, { rowName }),
  )
  const whole = verdict
    .filter(({ finding }) => finding.subject.row === undefined)
    .flatMap((one) => findingLines(one, task))
  const errors = blocking(verdict).length
  const summary = `共 ${submission.rows.length} 项活动；${verdictText(verdict, errors)}${nextStep(opened, errors)}`
  return [readLines(opened), rows, whole, [summary]]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

/** Every file, the lines that were merged, and those that were passed over by their reasons. */
function readLines(opened: OpenedList): string[] {
  const { plan, choices, unread, ignored } = opened
  const { files, merged, skipped } = plan.report
  const unused = (name: string) => [
    ...new Set(
      choices
        .filter(({ file, taken }) => file === name && taken)
        .flatMap(({ header, uses }) =>
          (header?.labels ?? []).filter((label, column) => label !== '' && !uses[column]),
        ),
    ),
  ]
  const reasons = SkipReason.options
    .map((reason) => ({ reason, lines: skipped.filter((line) => line.reason === reason) }))
    .filter(({ lines }) => lines.length > 0)
  return [
    `读了 ${files.length} 个文件${ignored > 0 ? `（另有系统文件 ${ignored} 个已略过）` : ''}：`,
    ...files.map(({ name, read, kept }) => {
      const idle = unused(name)
      const left = idle.length > 0 ? `；没有用到的列：${idle.join('、')}` : ''
      return printableName(`  ${name}：读到 ${read} 行，收下 ${kept} 行${left}`)
    }),
    ...unread.map(({ path, message, matters }) =>
      printableName(`  ${matters ? '✕' : '·'} ${path}：没有读。${message}`),
    ),
    ...(merged.length > 0 ? [`与别的行一样、已合并 ${merged.length} 行：`] : []),
    ...merged.map(({ origin, into }) =>
      printableName(`  ${originText(origin)}${into ? ` 并入 ${originText(into)}` : ''}`),
    ),
    ...(reasons.length > 0
      ? [
          `跳过 ${skipped.length} 行：${reasons.map(({ reason, lines }) => `${skipReasonNames[reason]} ${lines.length} 行`).join('；')}`,
        ]
      : []),
    ...sheetLines(reasons),
    ...idleColumnLines(opened),
  ]
}

/** Whole sheets that were not taken are named: activities may be on them. */
function sheetLines(
  reasons: readonly {
    readonly reason: SkipReason
    readonly lines: readonly { readonly file: string; readonly sheet: string }[]
  }[],
): string[] {
  const hints: Partial<Record<SkipReason, string>> = {
    'hidden-sheet': '；要用请加 --hidden',
    'no-header': '；请看看表头，或用 --map 说明各列是什么',
  }
  return reasons.flatMap(({ reason, lines }) => {
    const hint = hints[reason]
    if (hint === undefined) return []
    const sheets = [...new Set(lines.map(({ file, sheet }) => `${file} ${sheet}`.trim()))]
    return sheets.map((sheet) => printableName(`  ! ${sheet}：${skipReasonNames[reason]}${hint}`))
  })
}

/** What tables tell beyond the list's own columns is not lost without a word. */
function idleColumnLines({ task, submission }: OpenedList): string[] {
  const written = new Set([
    ...(submission.columns ?? []),
    ...(submission.template?.uses.flatMap((use) => use?.field ?? []) ?? []),
  ])
  const idle = task.fields.filter(
    ({ key, optional }) =>
      optional === true &&
      !written.has(key) &&
      submission.rows.some(({ fields }) => (fields[key] ?? '') !== ''),
  )
  return idle.map(({ label }) => `  · 表里的“${label}”没有写进清单；要写进去请加 --column ${label}`)
}

/** What the figures mean for writing the list; never a promise that was not checked. */
function nextStep({ submission, unread }: OpenedList, errors: number): string {
  const bad = unread.filter(({ matters }) => matters).length
  if (submission.rows.length === 0) return '没有可以报送的活动。'
  if (bad > 0) return `有 ${bad} 处读不了，处理好后才能写出清单。`
  if (errors > 0) return '改好后才能写出清单。'
  return submission.unit ? '可以写出清单。' : '没有给出单位信息（--unit），数量够不够没有检查。'
}
