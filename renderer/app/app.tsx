import { Button, Spin } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Fault, type FaultData } from '../../shared/faults.ts'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import type { Session } from '../state/session.ts'
import { Frame } from './frame.tsx'
import { type Engine, openLatest, openProject } from './open-project.ts'
import { lockProject, type ProjectLock } from './project-lock.ts'
import { SessionProvider } from './session-context.tsx'
import { words } from './wording.ts'

type Stage =
  | { readonly at: 'opening' }
  | { readonly at: 'failed'; readonly fault: FaultData }
  /** Another window has the project, or has taken it. */
  | { readonly at: 'elsewhere'; readonly project: string; readonly taken: boolean }
  | { readonly at: 'open'; readonly session: Session; readonly aside: readonly { readonly path: string }[] }

/** The window: opens the project worked on last, holds it against other windows, and shows it. */
export function App({ engine }: { readonly engine: Engine }) {
  const [stage, setStage] = useState<Stage>({ at: 'opening' })
  const lock = useRef<ProjectLock>(undefined)
  const current = useRef<Session>(undefined)

  const show = useCallback(
    async (
      open: () => Promise<{ session: Session; aside?: readonly { readonly path: string }[] }>,
      steal = false,
    ) => {
      lock.current?.release()
      current.current?.close()
      setStage({ at: 'opening' })
      try {
        const { session, aside = [] } = await open()
        const { id } = session.project.store.getState().document
        const held = await lockProject(id, steal, () => {
          session.close()
          setStage({ at: 'elsewhere', project: id, taken: true })
        })
        if (!held) {
          session.close()
          return setStage({ at: 'elsewhere', project: id, taken: false })
        }
        lock.current = held
        current.current = session
        setStage({ at: 'open', session, aside })
      } catch (error) {
        const fault =
          error instanceof Fault ? error.data : ({ code: 'internal', reference: String(error) } as const)
        setStage({ at: 'failed', fault })
      }
    },
    [],
  )
  useEffect(() => void show(() => openLatest(engine)), [show, engine])

  if (stage.at === 'open') {
    const { session, aside } = stage
    const { id } = session.project.store.getState().document
    return (
      <SessionProvider value={session} key={id}>
        <Frame
          aside={aside}
          onOpen={(open) => void show(async () => ({ session: await open(engine) }))}
          onReopen={() => void show(async () => ({ session: await openProject(engine, id) }), true)}
        />
      </SessionProvider>
    )
  }
  if (stage.at === 'opening')
    return (
      <main className="app-message" aria-busy="true">
        <Spin size="large" />
        <p>{words.opening}</p>
      </main>
    )
  if (stage.at === 'failed')
    return (
      <main className="app-message" role="alert">
        <h1>{words.app}</h1>
        <p>{faultSentence(stage.fault)}</p>
        <Button type="primary" onClick={() => void show(() => openLatest(engine))}>
          {words.retry}
        </Button>
      </main>
    )
  const { project, taken } = stage
  return (
    <main className="app-message" role="alert">
      <h1>{taken ? words.endedTitle : words.elsewhereTitle}</h1>
      <p>{taken ? words.endedAdvice : words.elsewhereAdvice}</p>
      <Button
        type="primary"
        onClick={() => void show(async () => ({ session: await openProject(engine, project) }), true)}
      >
        {words.openHere}
      </Button>
    </main>
  )
}
