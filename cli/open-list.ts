import { type ImportPlan, planImport, type TableChoice } from '../shared/lists/plan-import.ts'
import type { ListTask } from '../shared/lists/table-header.ts'
import type { Submission } from '../shared/project/submission.ts'
import { namesText } from '../shared/wording/measures.ts'
import { choicesOf, fieldCalled, fieldsText, isHeader, mappedHeaders } from './column-map.ts'
import { type Arguments, type Terminal, UsageError } from './command.ts'
import { type OpenedTask, readParticulars } from './open-task.ts'
import { leftFiles } from './leave-files.ts'
import { refuseNothing, type Unread, unreadOf } from './unread-tables.ts'

export interface OpenedList extends OpenedTask<ListTask> {
  readonly submission: Submission
  readonly choices: readonly TableChoice[]
  readonly plan: ImportPlan
  readonly unread: readonly Unread[]
  /** Names of the files that are left out knowingly. */
  readonly left: ReadonlySet<string>
  readonly ignored: number
}

/** Everything the words of a command about a list name: tables read, columns understood, rows merged. */
export async function openList(
  args: Arguments,
  terminal: Terminal,
  { notice, task }: OpenedTask<ListTask>,
): Promise<OpenedList> {
  const { engine, claim, signal, onProgress } = terminal
  if (args.has('sheet')) throw new UsageError(`“${task.title}”直接读活动表格，不用 --sheet。`)
  const particulars = await readParticulars(args, { notice, task })
  const mapped = mappedHeaders(args.texts('map'), task)
  const columns = columnsBy(args.texts('column'), task)
  const read = await engine['list.read'](
    { notice: notice.id, task: task.id, claims: args.paths.map(claim) },
    { signal, onProgress },
  )
  const names = read.files.map(({ name }) => name)
  const left = leftFiles(args.texts('leave'), names)
  refuseNothing(read, args.paths)
  const found = read.files.flatMap((file) => choicesOf(file, task, mapped))
  const labels = found.flatMap(({ header }) => header?.labels ?? [])
  const stranger = mapped.find(({ header }) => !labels.some((label) => isHeader(label, header)))
  if (stranger) {
    const known = [...new Set(labels.filter((label) => label !== ''))]
    throw new UsageError(`选项 --map 里的“${stranger.header}”不是表头；表里有${namesText(known, 20)}。`)
  }
  const choices = found.map((choice) => {
    if (left.has(choice.file)) return { ...choice, taken: false }
    return args.has('hidden') && choice.header ? { ...choice, taken: true } : choice
  })
  let last = 0
  const newId = () => `row-${(last += 1)}`
  const plan = planImport(choices, { task, rows: [], year: notice.year, newId })
  const submission: Submission = {
    task: task.id,
    ...particulars,
    items: [],
    rows: [...plan.added],
    ...(columns.length > 0 && { columns }),
  }
  const template = args.text('template')
  return {
    notice,
    task,
    submission:
      template === undefined
        ? submission
        : { ...submission, template: await templateBy(template, terminal, { notice, task }) },
    choices,
    plan,
    unread: unreadOf(read, { paths: args.paths, left, choices, plan }),
    left,
    ignored: read.ignored.count,
  }
}

/** Optional fields by `--column`, in the order of the notice. */
function columnsBy(words: readonly string[], task: ListTask): string[] {
  const optional = task.fields.filter((field) => field.optional === true)
  const named = words.map((word) => {
    const field = fieldCalled(task, word)
    if (field?.optional !== true)
      throw new UsageError(`选项 --column 里的“${word}”不是可选的栏；可以写${fieldsText(optional)}。`)
    return field
  })
  return optional.filter((field) => named.includes(field)).map(({ key }) => key)
}

/** The clerk's own blank workbook, with what it has no column for. */
async function templateBy(
  file: string,
  { engine, claim, remark }: Terminal,
  { notice, task }: OpenedTask<ListTask>,
) {
  const { template, missing } = await engine['list.template']({
    notice: notice.id,
    task: task.id,
    claim: claim(file),
  })
  const labels = missing.map((one) => fieldCalled(task, one)?.label ?? one)
  if (labels.length > 0) remark(`官方空白表里没有这些栏，内容写不进去：${labels.join('、')}`)
  return template
}
