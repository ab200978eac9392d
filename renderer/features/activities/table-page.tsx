import { Alert } from 'antd'
import { useSession, useTask } from '../../app/session-context.tsx'
import { words } from './wording.ts'

/** A task that is a list. The window cannot take it yet, and says so. */
export function TablePage({ task: id }: { readonly task: string }) {
  const { notice } = useSession()
  const task = useTask(id)
  const others = notice.tasks.filter(({ kind }) => kind === 'media').map(({ title }) => title)
  return (
    <main className="app-page">
      <header className="app-page-head">
        <div>
          <h1>{task.title}</h1>
          <p className="tone-quiet">{task.purpose}</p>
        </div>
      </header>
      <div className="app-page-body">
        <Alert
          type="info"
          showIcon
          title={words.notYet}
          description={words.instead(task.title, task.annex, others)}
        />
      </div>
    </main>
  )
}
