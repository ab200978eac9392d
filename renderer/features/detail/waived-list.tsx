import { Button } from 'antd'
import { type Finding, subjectOf } from '../../../shared/findings.ts'
import type { Judged } from '../../../shared/rules/verdict.ts'
import { findingSentence } from '../../../shared/wording/finding-sentence.ts'
import { useSession, useTaskDraft } from '../../app/session-context.tsx'
import './findings.css'
import { waiverOf } from './waivers.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly waived: readonly (Judged & { readonly waived: string })[]
  readonly onDecided?: (() => void) | undefined
}

/** What is kept with a reason, folded; each can be taken back. */
export function WaivedList({ task, waived, onDecided }: Props) {
  const { project } = useSession()
  const { waivers } = useTaskDraft(task)
  if (waived.length === 0) return null
  const takeBack = (finding: Finding) => {
    const waiver = waiverOf(waivers, finding)
    if (!waiver) return
    const { code, item } = waiver
    project.edit([{ type: 'waive', task, code, ...(item !== undefined && { item }), reason: '' }])
    onDecided?.()
  }
  const forAll = (finding: Finding) =>
    subjectOf(finding) !== undefined && waiverOf(waivers, finding)?.item === undefined
  return (
    <details className="detail-waived">
      <summary>{words.waivedCount(waived.length)}</summary>
      <ul>
        {waived.map(({ finding, waived: reason }) => (
          <li key={`${finding.code} ${finding.subject.field ?? ''}`}>
            <p>{findingSentence(finding)}</p>
            <p className="tone-quiet">{words.waivedBecause(reason)}</p>
            <Button type="text" onClick={() => takeBack(finding)}>
              {!forAll(finding)
                ? words.unwaive
                : finding.subject.row === undefined
                  ? words.unwaiveAll
                  : words.unwaiveAllRows}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
