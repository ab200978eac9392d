import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { baseName } from '../../../shared/naming/file-path.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useFacts, useSession, useTaskDraft, useTaskView, useVerdict } from '../../app/session-context.tsx'
import { isWanted } from '../media/visible-rows.ts'
import { measuredTexts } from './facts-text.ts'
import './preview.css'
import { Original } from './original.tsx'
import { turnTo } from './turn-to.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly item: DraftItem
  readonly open: boolean
  readonly onClose: () => void
}

/** The file itself, as large as the window allows; arrows go on to the next. */
export function Preview({ task, item, open, onClose }: Props) {
  const session = useSession()
  const { items } = useTaskDraft(task)
  const verdict = useVerdict(task)
  const [view] = useTaskView(task)
  const facts = useFacts(item.id)
  const [actual, setActual] = useState(false)
  // Those that the grid shows, and the one that is open in any case.
  const shown = items.filter((one) => one.id === item.id || isWanted(one, verdict?.items.get(one.id), view))
  const at = shown.findIndex(({ id }) => id === item.id)
  const go = (step: 1 | -1) => {
    const next = shown[at + step]
    if (!next) return
    setActual(false)
    turnTo(session, task, next.id)
  }
  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => {
      // In a player the arrows wind the film.
      if (event.target instanceof HTMLVideoElement || event.altKey || event.ctrlKey) return
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      event.stopPropagation()
      go(event.key === 'ArrowLeft' ? -1 : 1)
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  })
  return (
    <Modal
      open={open}
      destroyOnHidden
      centered
      width="min(1180px, 94vw)"
      onCancel={onClose}
      className="detail-preview"
      title={
        <>
          {baseName(item.relative)}
          <small>{facts && measuredTexts(facts).join(' · ')}</small>
        </>
      }
      footer={
        <>
          <span className="detail-place tabular">{words.place(at + 1, shown.length)}</span>
          {facts?.kind === 'image' && (
            <Button type="text" onClick={() => setActual(!actual)}>
              {actual ? words.fitWindow : words.actualSize}
            </Button>
          )}
          <Button disabled={at <= 0} onClick={() => go(-1)}>
            {words.previous}
          </Button>
          <Button disabled={at >= shown.length - 1} onClick={() => go(1)}>
            {words.next}
          </Button>
          <Button type="primary" onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <Original key={item.id} id={item.id} name={baseName(item.relative)} actual={actual} />
    </Modal>
  )
}
