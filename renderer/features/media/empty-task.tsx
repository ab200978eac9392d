import { useTask, useVerdict } from '../../app/session-context.tsx'
import { AddButtons } from './add-buttons.tsx'
import { askedOf } from './asked.ts'
import { columnsOf } from './columns.ts'
import { DropIcon } from './icons.tsx'
import { words } from './wording.ts'

/** A task without files: an invitation, and what the notice asks for. */
export function EmptyTask({ task: id }: { readonly task: string }) {
  const task = useTask(id)
  const quota = useVerdict(id)?.quota
  const asked = askedOf(task)
  const labels = columnsOf(task)
    .filter(({ required }) => required)
    .map(({ field }) => field.label)
  return (
    <section className="media-empty">
      <DropIcon />
      <h2>{words.emptyTitle(asked.map(({ kind }) => kind))}</h2>
      <p>{words.emptyHow}</p>
      <div className="media-empty-buttons">
        <AddButtons task={id} first />
      </div>
      <div className="media-empty-ask">
        <h3>{words.emptyAsk}</h3>
        <ul>
          {quota && (
            <li>
              <b>{words.emptyNeed(quota)}</b>
            </li>
          )}
          {asked.map((one) => (
            <li key={one.kind}>{words.asked(one)}</li>
          ))}
          {labels.length > 0 && <li>{words.emptyFields(labels)}</li>}
        </ul>
      </div>
    </section>
  )
}
