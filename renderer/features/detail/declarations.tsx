import { Checkbox } from 'antd'
import { useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { words } from './wording.ts'

/** Sentences of the notice that the clerk must affirm. */
export function Declarations({ task }: { readonly task: string }) {
  const { project } = useSession()
  const { declarations } = useTask(task)
  const { declared } = useTaskDraft(task)
  return (
    <fieldset className="detail-declarations">
      <legend>{words.declarations}</legend>
      {declarations.some(({ id }) => !declared.includes(id)) && <p>{words.declarationsWhy}</p>}
      {declarations.map(({ id, text }) => (
        <Checkbox
          key={id}
          checked={declared.includes(id)}
          onChange={({ target }) =>
            project.edit([{ type: 'declare', task, declaration: id, affirmed: target.checked }])
          }
        >
          {text}
          {!declared.includes(id) && <em>{words.declarationMissing}</em>}
        </Checkbox>
      ))}
    </fieldset>
  )
}
