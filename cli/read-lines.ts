import { SkipReason } from '../shared/lists/import-report.ts'
import { skipReasonNames } from '../shared/wording/skip-reason-names.ts'
import type { OpenedList } from './open-list.ts'
import { printableName } from './printable.ts'
import { readFiles } from './read-files.ts'
import { originText } from './row-places.ts'
import type { Unread } from './unread-tables.ts'

/** Every file, the lines that were merged, and those that were passed over by their reasons. */
export function readLines(opened: OpenedList): string[] {
  const { plan, choices, unread, left, ignored } = opened
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
    ...readFiles(opened).map(({ name, read, kept, hiddenRows, cut }) => {
      const idle = unused(name)
      const columns = idle.length > 0 ? `；没有用到的列：${idle.join('、')}` : ''
      const hidden = hiddenRows === undefined ? '' : `，其中 ${hiddenRows} 行在原表里是隐藏的`
      const beyond = cut ? `；第100列以后的内容没有读` : ''
      const knowingly = left.has(name) ? `（${leftKnowingly}）` : ''
      return printableName(
        `  ${name}：读到 ${read} 行，收下 ${kept} 行${knowingly}${hidden}${columns}${beyond}`,
      )
    }),
    ...unread.map((one) => printableName(unreadLine(one))),
    ...(merged.length > 0 ? [`与别的行一样、已合并 ${merged.length} 行：`] : []),
    ...merged.map(({ origin, into }) =>
      printableName(`  ${originText(origin)}${into ? ` 并入 ${originText(into)}` : ''}`),
    ),
    ...(reasons.length > 0
      ? [
          `跳过 ${skipped.length} 行：${reasons.map(({ reason, lines }) => `${skipReasonNames[reason]} ${lines.length} 行`).join('；')}`,
        ]
      : []),
    ...sheetLines(reasons, new Set([...left, ...unread.map(({ path }) => path)])),
    ...idleColumnLines(opened),
  ]
}

const leftKnowingly = '已用 --leave 写明不用'

function unreadLine({ path, what, message, matters, left }: Unread): string {
  const mark = matters ? '✕' : '·'
  return `  ${mark} ${path}：${what === 'no-header' ? '没有收' : '没有读'}${left ? `（${leftKnowingly}）` : ''}。${message}`
}

/** Whole sheets that were not taken are named: activities may be on them. Of files in `told` that is said already. */
function sheetLines(
  reasons: readonly {
    readonly reason: SkipReason
    readonly lines: readonly { readonly file: string; readonly sheet: string }[]
  }[],
  told: ReadonlySet<string>,
): string[] {
  const hints: Partial<Record<SkipReason, string>> = {
    'hidden-sheet': '；要用请加 --hidden',
    'no-header': '；请看看表头，或用 --map 说明各列是什么',
  }
  return reasons.flatMap(({ reason, lines }) => {
    const hint = hints[reason]
    if (hint === undefined) return []
    const untold = lines.filter(({ file }) => !told.has(file))
    const sheets = [...new Set(untold.map(({ file, sheet }) => `${file} ${sheet}`.trim()))]
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
