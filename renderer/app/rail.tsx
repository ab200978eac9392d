import { useStore } from 'zustand'
import { unitClassOf } from '../../shared/notice/choose.ts'
import { RailTask } from './rail-task.tsx'
import { useProject, useSession } from './session-context.tsx'
import { words } from './wording.ts'

interface Props {
  readonly current: string | undefined
  readonly onTask: (id: string) => void
  readonly onUnit: () => void
  readonly onProjects: () => void
}

/** Home and navigation at once: the notice, its tasks with their clocks and states, the unit. */
export function Rail({ current, onTask, onUnit, onProjects }: Props) {
  const { notice, judge } = useSession()
  const unit = useProject(({ document }) => document.unit)
  const now = useStore(judge.store, (state) => state.now)
  const unitClass = unitClassOf(notice, unit.class)?.label
  const place = [unitClass, unit.region].filter(Boolean).join(' · ')
  return (
    <nav className="app-rail" aria-label={words.tasks}>
      <p className="app-rail-name">{words.app}</p>
      <p className="app-rail-notice" title={notice.title}>
        {notice.shortTitle}
        <br />
        {notice.documentNumber}
      </p>
      <ul className="app-rail-tasks">
        {notice.tasks.map((task) => (
          <li key={task.id}>
            <RailTask task={task} now={now} current={task.id === current} onOpen={() => onTask(task.id)} />
          </li>
        ))}
      </ul>
      <div className="app-rail-unit">
        <button type="button" className="app-rail-button" onClick={onUnit}>
          <strong>{unit.name || words.unitMissing}</strong>
          {place && <span>{place}</span>}
          {unit.contact && (
            <span>
              {unit.contact} {unit.phone}
            </span>
          )}
          <em>{words.editUnit}</em>
        </button>
        <button type="button" className="app-rail-button app-rail-projects" onClick={onProjects}>
          {words.projects}
        </button>
      </div>
    </nav>
  )
}
