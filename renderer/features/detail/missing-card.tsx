import { Button } from 'antd'
import { useState } from 'react'
import type { Finding } from '../../../shared/findings.ts'
import { fieldLabel, requirementById } from '../../../shared/notice/choose.ts'
import { severityNames } from '../../../shared/wording/severity-names.ts'
import { useTask } from '../../app/session-context.tsx'
import { CheckMark } from '../../ui/check-mark.tsx'
import type { Card } from './arrange-findings.ts'
import { Basis } from './basis.tsx'
import { focusField } from './focus-field.ts'
import { WaiveForm } from './waive-form.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly card: Extract<Card, { kind: 'missing' }>
  readonly onDecided: () => void
  /** Goes to a field. */
  readonly onField?: (key: string) => void
}

/** All fields that are empty, each a button that goes there; ticked one by one while the clerk fills them in. */
export function MissingCard({ task: id, card, onDecided, onField = focusField }: Props) {
  const task = useTask(id)
  const [choosing, setChoosing] = useState(false)
  const [waiving, setWaiving] = useState<Finding>()
  const open = card.all.filter(({ mended }) => !mended).map(({ finding }) => finding)
  // Of all, not of those still open: the card must keep its height while fields below it are filled in.
  const waivable = card.all.filter(({ finding }) => requirementById(task, finding.rule)?.waivable)
  const basis = requirementById(task, card.all[0]?.finding.rule ?? '')?.basis
  const label = ({ subject }: Finding) => fieldLabel(task, subject.field ?? '')
  const choose = (finding: Finding | undefined) => {
    setChoosing(finding === undefined)
    setWaiving(finding)
  }
  return (
    <article className={`detail-card detail-card-${open.length === 0 ? 'mended' : card.severity}`}>
      <h3>
        <span className="detail-tag">{open.length === 0 ? words.mended : severityNames[card.severity]}</span>
        {open.length === 0 ? words.allWritten : words.missingTitle}
      </h3>
      <div className="detail-chips">
        {card.all.map(({ finding, mended }) => (
          <button
            type="button"
            key={finding.rule}
            className={mended ? 'detail-chip-done' : 'detail-chip-open'}
            onClick={() => onField(finding.subject.field ?? '')}
          >
            {mended && <CheckMark size={12} />}
            {label(finding)}
          </button>
        ))}
      </div>
      {basis && <Basis basis={basis} />}
      {waiving ? (
        <>
          <p className="detail-advice">{words.waiveField(label(waiving))}</p>
          <WaiveForm
            key={waiving.rule}
            task={id}
            finding={waiving}
            onDone={() => {
              setWaiving(undefined)
              onDecided()
            }}
            onCancel={() => setWaiving(undefined)}
          />
        </>
      ) : choosing ? (
        <div className="detail-chips" role="group" aria-label={words.waiveWhich}>
          <span>{words.waiveWhich}</span>
          {waivable.map(({ finding, mended }) => (
            <button type="button" key={finding.rule} disabled={mended} onClick={() => choose(finding)}>
              {label(finding)}
            </button>
          ))}
          <button type="button" onClick={() => setChoosing(false)}>
            {words.cancel}
          </button>
        </div>
      ) : (
        waivable.length > 0 && (
          <div className={`detail-acts${open.length === 0 ? ' detail-done' : ''}`} inert={open.length === 0}>
            <Button
              type="text"
              onClick={() => choose(waivable.length === 1 ? waivable[0]?.finding : undefined)}
            >
              {words.waiveUnknown}
            </Button>
          </div>
        )
      )}
    </article>
  )
}
