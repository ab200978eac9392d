import { Button, Spin } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import { type HandProject, useProjectFiles } from '../features/home/use-project-files.tsx'
import { DiagnosticsLink } from '../features/home/diagnostics-link.tsx'
import { Frame } from './frame.tsx'
import { type Engine, latestProject } from './open-project.ts'
import { SessionProvider } from './session-context.tsx'
import { type Open, type Stage, useOpening } from './use-opening.ts'
import { words } from './wording.ts'

/** The window: opens the project worked on last, holds it against other windows, and shows it. */
export function App({ engine }: { readonly engine: Engine }) {
  const { stage, open } = useOpening(engine)
  useEffect(() => open(() => latestProject(engine)), [open, engine])
  const { openFile, dialog } = useProjectFiles({
    client: engine.client,
    ready: stage.at !== 'opening' && stage.at !== 'unsaved',
    save: async () => (stage.at === 'open' ? stage.session.project.saved() : undefined),
    open: (id) => open(async () => ({ id })),
  })
  useEffect(() => engine.host.onOpenProject?.((claim) => openFile(async () => [claim])), [engine, openFile])

  return (
    <>
      <StageView engine={engine} stage={stage} open={open} onOpenFile={openFile} />
      {dialog}
    </>
  )
}

interface StageProps {
  readonly engine: Engine
  readonly stage: Stage
  readonly open: Open
  readonly onOpenFile: (hand: HandProject) => void
}
function StageView({ engine, stage, open, onOpenFile }: StageProps) {
  switch (stage.at) {
    case 'open': {
      const { session, unopened, carried } = stage
      const { id } = session.project.store.getState().document
      return (
        <SessionProvider value={session} key={id}>
          <Frame
            engine={engine}
            unopened={unopened}
            carried={carried}
            onOpen={(choose) => open(choose)}
            onOpenFile={onOpenFile}
            onReopen={() => open(async () => ({ id }), { takeOver: true })}
          />
        </SessionProvider>
      )
    }
    case 'opening':
      return (
        <main className="app-message" aria-busy="true">
          <Spin size="large" />
          <p>{words.opening}</p>
        </main>
      )
    case 'failed':
      return (
        <Message title={words.app} text={faultSentence(stage.fault)}>
          <Button type="primary" onClick={() => open(() => latestProject(engine))}>
            {words.retry}
          </Button>
          <DiagnosticsLink host={engine.host} />
        </Message>
      )
    case 'unsaved':
      return (
        <Message title={words.unsavedTitle} text={words.unsavedAdvice}>
          <Button type="primary" onClick={stage.stay}>
            {words.unsavedStay}
          </Button>
          <Button onClick={stage.leave}>{words.unsavedLeave}</Button>
        </Message>
      )
    case 'elsewhere': {
      const { project, taken } = stage
      return (
        <Message
          title={taken ? words.endedTitle : words.elsewhereTitle}
          text={taken ? words.endedAdvice : words.elsewhereAdvice}
        >
          <Button type="primary" onClick={() => open(async () => ({ id: project }), { takeOver: true })}>
            {words.openHere}
          </Button>
        </Message>
      )
    }
  }
}

interface MessageProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}
const Message = ({ title, text, children }: MessageProps) => (
  <main className="app-message" role="alert">
    <h1>{title}</h1>
    <p>{text}</p>
    <div className="app-message-acts">{children}</div>
  </main>
)
