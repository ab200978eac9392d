import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { requirementsOf } from '../../../../shared/notice/choose.ts'
import type { Edit } from '../../../../shared/project/edit.ts'
import { useSession, useTaskDraft } from '../../../app/session-context.tsx'
import type { AlikePair } from './alike-pairs.ts'
import { AlikeActs } from './alike-acts.tsx'
import { AlikeRows } from './alike-rows.tsx'
import { apartEdits, betterSides, mergeEdits, type Sides } from './merge-pair.ts'
import { useAlikePairs } from './use-alike-pairs.ts'
import { words } from './wording.ts'
import './alike.css'

/** Rows that are probably one activity, pair by pair: merged, or said to be different. */
export function AlikeDialog({ task, onClose }: { readonly task: ListTask; readonly onClose: () => void }) {
  const { project } = useSession()
  const pairs = useAlikePairs(task.id)
  const [position, setPosition] = useState(0)
  /** So many there were when the dialog was opened: those that are dealt with count on. */
  const [total, setTotal] = useState(pairs.length)
  if (pairs.length > total) setTotal(pairs.length)
  const [steps, setSteps] = useState(0)
  const at = Math.min(position, pairs.length - 1)
  const pair = pairs[at]
  const act = (edits: readonly Edit[]) => {
    project.edit(edits)
    setSteps(steps + 1)
    setPosition(Math.max(0, at))
  }
  const undo = () => {
    project.undo()
    setSteps(steps - 1)
  }
  return (
    <Modal
      open
      centered
      width={pair ? 1040 : 520}
      title={words.title}
      onCancel={onClose}
      mask={{ closable: false }}
      className="alike-dialog"
      footer={
        <div className="alike-footer">
          <Button disabled={steps === 0} onClick={undo}>
            {words.undo}
          </Button>
          <span className="alike-space" />
          <Button disabled={at <= 0} onClick={() => setPosition(at - 1)}>
            {words.back}
          </Button>
          <Button disabled={at >= pairs.length - 1} onClick={() => setPosition(at + 1)}>
            {words.skip}
          </Button>
          {/* Another one when the last pair is gone: it takes the keyboard as it comes. */}
          <Button
            key={pair ? 'leave' : 'done'}
            type={pair ? 'default' : 'primary'}
            autoFocus={!pair}
            onClick={onClose}
          >
            {words.close}
          </Button>
        </div>
      }
    >
      {pair ? (
        <PairView
          key={`${pair.left.id} ${pair.right.id}`}
          task={task}
          pair={pair}
          place={words.place(total - pairs.length + at + 1, total)}
          onEdits={act}
        />
      ) : (
        <p className="alike-none" role="status">
          {words.none}
        </p>
      )}
    </Modal>
  )
}

interface PairProps {
  readonly task: ListTask
  readonly pair: AlikePair
  /** Which of how many. */
  readonly place: string
  readonly onEdits: (edits: readonly Edit[]) => void
}

function PairView({ task, pair, place, onEdits }: PairProps) {
  const { notice } = useSession()
  const { rows } = useTaskDraft(task.id)
  const fields = task.fields.filter(
    ({ key, type }) => type !== 'sequence' && (pair.left.fields[key] || pair.right.fields[key]),
  )
  const year = requirementsOf(task, 'activity-time')[0]?.assumedYear ?? notice.year
  const [sides, setSides] = useState<Sides>(() =>
    betterSides(pair, fields, { year, composites: task.composites }),
  )
  const numberOf = (id: string) => rows.findIndex((row) => row.id === id) + 1
  return (
    <>
      <p className="alike-head" role="status">
        <b className="tabular">{place}</b>
        <span>{words.why[pair.by]}</span>
        <span className="tone-quiet">{words.hint}</span>
      </p>
      <AlikeRows
        pair={pair}
        fields={fields}
        numbers={{ left: numberOf(pair.left.id), right: numberOf(pair.right.id) }}
        sides={sides}
        onSide={(field, side) => setSides({ ...sides, [field]: side })}
      />
      <AlikeActs
        likely={pair.by === 'place-and-time' ? 'apart' : 'merge'}
        onKeep={(side) => onEdits(mergeEdits(task.id, pair, side))}
        onMerge={() => onEdits(mergeEdits(task.id, pair, 'left', sides))}
        onApart={() => onEdits(apartEdits(task.id, pair))}
      />
    </>
  )
}
