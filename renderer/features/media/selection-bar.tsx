import { Button } from 'antd'
import { useState } from 'react'
import { useTaskDraft, useTaskView, useVerdict } from '../../app/session-context.tsx'
import { FillDialog } from './fill-dialog.tsx'
import { useProjectActs } from './use-project-acts.tsx'
import { isWanted } from './visible-rows.ts'
import { words } from './wording.ts'

/** In place of the toolbar while files are selected: what can be done with all of them. */
export function SelectionBar({ task }: { readonly task: string }) {
  const { items } = useTaskDraft(task)
  const [view, setView] = useTaskView(task)
  const { selected } = view
  const acts = useProjectActs(task)
  const [filling, setFilling] = useState(false)
  const verdicts = useVerdict(task)?.items
  const chosen = items.filter(({ id }) => selected.has(id))
  const hidden = chosen.filter((item) => !isWanted(item, verdicts?.get(item.id), view)).length
  return (
    <div className="media-toolbar media-selection" role="region" aria-label={words.chosen(chosen.length)}>
      <b className="tabular" role="status">
        {words.chosen(chosen.length)}
      </b>
      {hidden > 0 && <span className="tone-warn tabular">{words.chosenHidden(hidden)}</span>}
      <Button type="primary" onClick={() => setFilling(true)}>
        {words.fillTogether}
      </Button>
      <Button danger onClick={() => acts.remove(chosen.map(({ id }) => id))}>
        {words.remove}
      </Button>
      <Button type="text" onClick={() => setView({ selected: new Set() })}>
        {words.unselect}
      </Button>
      {filling && <FillDialog task={task} items={chosen} acts={acts} onClose={() => setFilling(false)} />}
    </div>
  )
}
