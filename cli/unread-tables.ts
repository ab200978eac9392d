import path from 'node:path'
import type { Unreadable } from '../shared/facts.ts'
import { Fault } from '../shared/faults.ts'
import type { ImportPlan, TableChoice } from '../shared/lists/plan-import.ts'
import type { TableFile, TableProblem } from '../shared/lists/raw-table.ts'
import { pathSystem, withSlashes } from '../shared/paths/paths.ts'
import { unreadables } from '../shared/wording/file-sentences.ts'
import { namesText } from '../shared/wording/measures.ts'
import { tableProblemSentence } from '../shared/wording/table-problem-sentence.ts'
import { UsageError } from './command.ts'

/** A file that gave no activity though it may hold some, or a place that could not be looked into. */
export interface Unread {
  readonly path: string
  /** A file that gave no table has its `problem`; one without a header has tables all the same. */
  readonly what: 'no-table' | 'no-header' | 'place'
  /** `system` where the file's content is the reason; `message` tells it. */
  readonly reason: Unreadable
  readonly problem?: TableProblem
  readonly message: string
  /** Activities may be missing for it; otherwise it is only told: a photo in the folder. */
  readonly matters: boolean
  /** Left out knowingly. */
  readonly left: boolean
}

/** What `list.read` gives. */
interface TablesRead {
  readonly files: readonly TableFile[]
  readonly troubles: readonly { readonly path: string; readonly reason: Unreadable }[]
  readonly ignored: { readonly count: number }
}

/** Slips of the pen are told in one line: a path that is not there, a folder without tables. */
export function refuseNothing({ files, troubles, ignored }: TablesRead, paths: readonly string[]): void {
  const gone = troubles.find(({ path: place, reason }) => reason === 'vanished' && paths.includes(place))
  if (gone) throw new Fault({ code: 'not-found', path: gone.path })
  if (files.some(({ problem }) => problem === undefined)) return
  const [only] = files
  if (troubles.length > 0) throw new Fault({ code: 'places-unreadable', places: [...troubles] })
  if (only === undefined) throw new Fault({ code: 'no-files', paths: [...paths], ignored: ignored.count })
  throw new UsageError(
    files.length === 1 && only.problem
      ? `“${only.name}”里没有读出表格：${tableProblemSentence(only.problem)}。`
      : `${namesText(paths)}里没有读出表格：${files.length} 个文件都不是能读的xlsx、xls、et、csv或docx。`,
  )
}

/** Files that a county may have sent its activities in, whatever their content turned out to be. */
const mayHoldActivities = /\.(?:xls[xmb]?|et|ods|[ct]sv|docx?|wps|rtf|zip|rar|7z)$/i

/** What gave no activity, with whether that matters. What was named itself always does, unless it was left out. */
export function unreadOf(
  { files, troubles }: TablesRead,
  given: {
    readonly paths: readonly string[]
    readonly left: ReadonlySet<string>
    readonly choices: readonly TableChoice[]
    readonly plan: ImportPlan
  },
): Unread[] {
  const system = pathSystem(process.platform)
  const named = given.paths.map((one) => withSlashes(path.resolve(one), system))
  const isStray = ({ name, problem }: TableFile) =>
    (problem?.problem === 'not-a-table-file' || problem?.problem === 'no-tables') &&
    !mayHoldActivities.test(name) &&
    !named.some((one) => one.endsWith(`/${name}`))
  const headless = headlessFiles(given)
  const ofFiles = files.flatMap((file): Unread[] => {
    const { name, problem } = file
    const left = given.left.has(name)
    const known = { path: name, reason: 'system', left } as const
    if (problem !== undefined) {
      const message = tableProblemSentence(problem)
      return [{ ...known, what: 'no-table', problem, message, matters: !left && !isStray(file) }]
    }
    const message = '没有一张表认得出表头；请看看表头，或用 --map 说明各列是什么'
    return headless.has(name) && !left ? [{ ...known, what: 'no-header', message, matters: true }] : []
  })
  const ofPlaces = troubles.map(({ path: place, reason }): Unread => {
    return { path: place, what: 'place', reason, message: unreadables[reason], matters: true, left: false }
  })
  return [...ofFiles, ...ofPlaces]
}

/** Files with a sheet to be seen whose header nobody knows, and that gave no row at all. */
function headlessFiles({
  choices,
  plan: { report },
}: Pick<Parameters<typeof unreadOf>[1], 'choices' | 'plan'>) {
  const gave = new Set([
    ...report.files.filter(({ kept }) => kept > 0).map(({ name }) => name),
    ...report.merged.map(({ origin }) => origin.file),
  ])
  return new Set(
    choices
      .filter(({ file, header, table }) => header === undefined && !table.hidden && !gave.has(file))
      .map(({ file }) => file),
  )
}
