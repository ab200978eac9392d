import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { type PaperKind, paperNames } from '../../../shared/paper/paper.ts'
import { useSession } from '../../app/session-context.tsx'
import { FolderButton } from '../package/folder-button.tsx'
import { hasDocument } from '../package/package-contents.ts'
import { isGone } from '../package/package-standing.ts'
import { checklistAdvice, statementAdvice, words } from './wording.ts'

interface Props {
  readonly task: Task
  readonly record: PackageRecord
  readonly state: PackageState | undefined
  readonly paper: PaperKind
}

/** What to do with the paper, and how to have it as a PDF. */
export function PrintAdvice({ task, record, state, paper }: Props) {
  const { notice, host } = useSession()
  const advice =
    paper === 'checklist'
      ? checklistAdvice(notice.signOff)
      : task.statement && statementAdvice(task.statement)
  const written = hasDocument(record, `${paperNames[paper]}.pdf`)
  return (
    <div className="print-advice">
      {advice !== undefined && <p>{advice}</p>}
      <p>
        {written ? words.pdfThere : host.kind === 'web' ? words.pdfInBrowser : words.pdfBySystem}
        {written && (
          <FolderButton type="link" id={state?.folder} path={record.result.out} gone={isGone(state)} />
        )}
      </p>
    </div>
  )
}
