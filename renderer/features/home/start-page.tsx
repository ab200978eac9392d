import { App, Button } from 'antd'
import { sampleUnit } from '../../../shared/project/sample-unit.ts'
import { useSession } from '../../app/session-context.tsx'
import { tellAdded } from '../../app/tell-added.ts'
import { addSamples } from '../../state/add-sources.ts'
import { goTo } from '../../state/page.ts'
import type { HandProject } from './use-project-files.tsx'
import { DiagnosticsLink } from './diagnostics-link.tsx'
import { UnitForm } from './unit-form.tsx'
import { words } from './wording.ts'
import './home.css'

interface Props {
  readonly onStart: () => void
  readonly onOpenFile: (hand: HandProject) => void
}

/** First start: what the program does, and the one thing it must know. */
export function StartPage({ onStart, onOpenFile }: Props) {
  const session = useSession()
  const notices = App.useApp()
  const { notice, project, host } = session
  const task = notice.tasks.find(({ kind }) => kind === 'media')

  const trySample = () => {
    if (!task) return
    project.edit([{ type: 'set-unit', unit: sampleUnit }])
    onStart()
    goTo({ at: 'task', task: task.id })
    void addSamples(session, task.id).then((added) => tellAdded(notices, added))
  }
  return (
    <main className="home-start">
      <div className="home-start-inner">
        <header>
          <p className="home-number">
            {notice.documentNumber}　{notice.issuer}
          </p>
          <h1>{notice.title}</h1>
        </header>
        <div className="home-columns">
          <section className="home-card" aria-labelledby="home-unit-title">
            <h2 id="home-unit-title">{words.welcome}</h2>
            <p className="tone-quiet">{words.welcomeAdvice}</p>
            <UnitForm onDone={onStart} doneLabel={words.start} />
          </section>
          <section className="home-how" aria-labelledby="home-how-title">
            <h2 id="home-how-title">{words.howTitle}</h2>
            <ol>
              {words.steps.map(([title, text], index) => (
                <li key={title}>
                  <span aria-hidden>{index + 1}</span>
                  <div>
                    <strong>{title}</strong>
                    <p>{text}</p>
                  </div>
                </li>
              ))}
            </ol>
            <p className="home-promise">{words.promise}</p>
            <div className="home-sample">
              <Button onClick={trySample}>{words.trySample}</Button>
              <p className="tone-quiet">{words.trySampleAdvice}</p>
            </div>
            <div className="home-sample">
              <Button onClick={() => onOpenFile(() => host.choose('project'))}>{words.openFile}</Button>
              <p className="tone-quiet">{words.openFileAdvice}</p>
            </div>
          </section>
        </div>
        <footer className="home-foot">
          <DiagnosticsLink host={host} />
        </footer>
      </div>
    </main>
  )
}
