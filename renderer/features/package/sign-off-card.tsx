import { Button } from 'antd'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { type PaperKind, paperNames } from '../../../shared/paper/paper.ts'
import { useSession } from '../../app/session-context.tsx'
import { goTo } from '../../state/page.ts'
import { DoneChip } from '../../ui/done-chip.tsx'
import { usePrinted } from '../print/printed.ts'
import { words as printing } from '../print/wording.ts'
import { hasDocument } from './package-contents.ts'
import { signOffText, words } from './send-words.ts'

interface Props {
  readonly task: Task
  readonly record: PackageRecord
  /** This is what the clerk should do now. */
  readonly next: boolean
}

/** Before anything is sent: the papers to be printed and signed. Packages made before there were papers have none. */
export function SignOffCard({ task, record, next }: Props) {
  const { notice } = useSession()
  const printed = usePrinted(record.id, 'checklist')
  const has = (paper: PaperKind) => hasDocument(record, `${paperNames[paper]}.html`)
  const preview = (paper: PaperKind) => goTo({ at: 'print', task: task.id, package: record.id, paper })
  if (!has('checklist')) return null
  return (
    <section className="package-card package-sign-off">
      <div>
        <h2>
          {words.signOff}
          {printed && <DoneChip text={printing.printed[printed]} />}
        </h2>
        <p className="package-quiet">{signOffText(notice.signOff)}</p>
      </div>
      {task.statement && has('statement') && (
        <Button type="link" onClick={() => preview('statement')}>
          {words.statement(task.statement.standing)}
        </Button>
      )}
      <Button {...(next && { type: 'primary' as const })} onClick={() => preview('checklist')}>
        {words.previewAndPrint}
      </Button>
    </section>
  )
}
