import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Finding } from '../../../shared/findings.ts'
import { titleField } from '../../../shared/notice/choose.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useFacts, useTask, useTaskView, useVerdict } from '../../app/session-context.tsx'
import { openFindings } from './arrange-findings.ts'
import { FieldsForm } from './fields-form.tsx'
import { FindingList } from './finding-list.tsx'
import { NewName } from './new-name.tsx'
import { Picture } from './picture.tsx'
import { Preview } from './preview.tsx'
import { measuredTexts, takenTexts } from './facts-text.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly item: DraftItem
}

/** One file: what it looks like, what it is, what is wrong with it, what is said about it. */
export function ItemDetail({ task, item }: Props) {
  const { id, relative } = item
  const facts = useFacts(id)
  const verdict = useVerdict(task)?.items.get(id)
  const [, setView] = useTaskView(task)
  const [enlarged, setEnlarged] = useState(false)
  const open = openFindings(verdict?.judged ?? [])
  // While the pen is in a field, cards above it must not push it about.
  const [held, setHeld] = useState<{ id: string; findings: readonly Finding[] }>()
  const hold = () => setHeld((before) => (before?.id === id ? before : { id, findings: open }))
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setHeld(undefined)
  }
  const scroll = useRef<HTMLDivElement>(null)
  // Another file begins at its top; a pen that goes on in its field brings that into view afterwards.
  useLayoutEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0
  }, [id])
  const named = titleField(useTask(task)) !== undefined
  const about = facts ? [measuredTexts(facts), takenTexts(facts)].filter((line) => line.length > 0) : []

  return (
    <div className="detail-scroll" ref={scroll} onBlur={leave}>
      <button
        type="button"
        className="detail-back"
        onClick={() => setView({ current: undefined, field: undefined })}
      >
        <span aria-hidden="true">‹ </span>
        {words.backToBoard}
      </button>
      <Picture id={id} name={baseName(relative)} onOpen={() => setEnlarged(true)} />
      <header className="detail-about">
        <h2 title={relative}>{baseName(relative)}</h2>
        {facts ? (
          about.map((line) => <p key={line.join()}>{line.join(' · ')}</p>)
        ) : (
          <p role="status">{words.measuring}</p>
        )}
        {!named && <NewName verdict={verdict} />}
      </header>
      {verdict && (
        <FindingList
          task={task}
          item={item}
          verdict={verdict}
          open={open}
          held={held?.id === id ? held.findings : undefined}
          onDecided={() => setHeld(undefined)}
        />
      )}
      {verdict?.state !== 'left-out' && (
        <div onFocus={hold}>
          <FieldsForm key={id} task={task} item={item} verdict={verdict} />
        </div>
      )}
      {/* Escape is the dialog's, though it hangs here: whoever is above need not act on it. */}
      <div onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}>
        <Preview task={task} item={item} open={enlarged} onClose={() => setEnlarged(false)} />
      </div>
    </div>
  )
}
