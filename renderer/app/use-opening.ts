import { useCallback, useRef, useState } from 'react'
import { type FaultData, faultOf } from '../../shared/faults.ts'
import type { Session } from '../state/session.ts'
import { type Engine, openProject, type Unopened } from './open-project.ts'
import { leaveField } from './leave-field.ts'
import { lockProject, type ProjectLock } from './project-lock.ts'

export type Stage =
  | { readonly at: 'opening' }
  | { readonly at: 'failed'; readonly fault: FaultData }
  /** Another window has the project, or has taken it. */
  | { readonly at: 'elsewhere'; readonly project: string; readonly taken: boolean }
  /** The project that is to be left has edits that are not on the disk. */
  | { readonly at: 'unsaved'; readonly stay: () => void; readonly leave: () => void }
  | {
      readonly at: 'open'
      readonly session: Session
      readonly unopened: Unopened
      /** Edits of this window that could not be saved before, and were made again. */
      readonly carried: number
    }

/** Which project to open: its id, found out when it is time. */
export type Choose = () => Promise<{ readonly id: string; readonly unopened?: Unopened }>
export type Open = (choose: Choose, options?: { readonly takeOver?: boolean }) => void

const nothing: Unopened = { aside: [], unopenable: [] }

/** So long a project that is left may take to save before the clerk is asked, in ms. */
const patience = 5000

/** Opens one project after another: the one that is left is saved first, the next is held against other windows. */
export function useOpening(engine: Engine): { readonly stage: Stage; readonly open: Open } {
  const [stage, setStage] = useState<Stage>({ at: 'opening' })
  const lock = useRef<ProjectLock>(undefined)
  const current = useRef<Session>(undefined)

  const enter = useCallback(
    async (choose: Choose, takeOver: boolean) => {
      const left = current.current
      current.current = undefined
      const unsaved = left?.project.unsaved() ?? []
      const leftId = left?.project.store.getState().document.id
      left?.close()
      lock.current?.release()
      setStage({ at: 'opening' })
      try {
        const { id, unopened = nothing } = await choose()
        const held = await lockProject(id, takeOver, {
          async onAsked() {
            leaveField()
            await current.current?.project.saved()
          },
          onLost() {
            current.current?.close()
            setStage({ at: 'elsewhere', project: id, taken: true })
          },
        })
        if (!held) return setStage({ at: 'elsewhere', project: id, taken: false })
        lock.current = held
        const session = await openProject(engine, id)
        const carried = leftId === id ? unsaved : []
        session.project.edit(carried)
        current.current = session
        setStage({ at: 'open', session, unopened, carried: carried.length })
      } catch (error) {
        lock.current?.release()
        setStage({ at: 'failed', fault: faultOf(error) })
      }
    },
    [engine],
  )

  const open = useCallback<Open>(
    (choose, { takeOver = false } = {}) => {
      const left = current.current
      const go = () => void enter(choose, takeOver)
      if (!left || left.project.store.getState().ended) return go()
      leaveField()
      setStage({ at: 'opening' })
      void Promise.race([left.project.saved().then(() => true), pause(patience)]).then((saved) => {
        if (saved === true) return go()
        const stay = () => setStage({ at: 'open', session: left, unopened: nothing, carried: 0 })
        setStage({ at: 'unsaved', stay, leave: go })
      }, go)
    },
    [enter],
  )
  return { stage, open }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
