import type { ReactNode } from 'react'
import { requirementById } from '../../../shared/notice/choose.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { findingSentence } from '../../../shared/wording/finding-sentence.ts'
import type { WordingContext } from '../../../shared/wording/sentence.ts'
import { severityNames } from '../../../shared/wording/severity-names.ts'
import { useTask } from '../../app/session-context.tsx'
import { CheckMark } from '../../ui/check-mark.tsx'
import type { Shown } from './arrange-findings.ts'
import { Guidance } from './guidance.tsx'
import './findings.css'
import { LookAlike } from './look-alike.tsx'
import { MendButtons } from './mend-buttons.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  /** The file it is about; none where it is about the submission as a whole. */
  readonly item?: DraftItem
  readonly shown: Shown
  /** Whether what to do stands open, or waits to be asked for. */
  readonly spread: boolean
  readonly onDecided?: () => void
  /** What can be done about it, where that is other than with a file: then it comes before what to know. */
  readonly mends?: ReactNode
  readonly rowName?: WordingContext['rowName']
  readonly children?: ReactNode
}

/** One finding: what was measured and required, what to do, the notice's word, and the buttons that mend it. */
export function FindingCard({ task, item, shown, spread, onDecided, mends, rowName, children }: Props) {
  const { finding, mended } = shown
  const requirement = requirementById(useTask(task), finding.rule)
  return (
    <article className={`detail-card detail-card-${mended ? 'mended' : finding.severity}`}>
      <h3>
        <span className="detail-tag">
          {mended ? (
            <>
              <CheckMark size={12} /> {words.mended}
            </>
          ) : (
            severityNames[finding.severity]
          )}
        </span>
        {findingSentence(finding, rowName && { rowName })}
      </h3>
      {children}
      {mends}
      {requirement && <Guidance requirement={requirement} spread={spread} />}
      {item && <LookAlike task={task} item={item} finding={finding} />}
      {mends === undefined && (
        <div inert={mended} className={mended ? 'detail-done' : ''}>
          <MendButtons
            task={task}
            item={item}
            finding={finding}
            waivable={requirement?.waivable === true}
            onDecided={onDecided}
          />
        </div>
      )}
    </article>
  )
}
