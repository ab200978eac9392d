import { useCallback, useRef, useState } from 'react'
import { type FaultData, faultOf } from '../../shared/faults.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { pause } from '../state/pause.ts'
import type { Session } from '../state/session.ts'
import { type Engine, openProject, type Unopened } from './open-project.ts'
import { leaveField } from './leave-field.ts'
import { useLeaveGuard } from './leave-guard.ts'
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
  /** Edits that could not be saved, until they are made again in their project. */
  const carry = useRef<{ readonly id: string; readonly edits: readonly Edit[] }>(undefined)
  useLeaveGuard(engine.host, current)

  const enter = useCallback(
    async (choose: Choose, takeOver: boolean) => {
      const left = current.current
      current.current = undefined
      const unsaved = left?.project.unsaved() ?? []
      if (left && unsaved.length > 0)
        carry.current = { id: left.project.store.getState().document.id, edits: unsaved }
      left?.close()
      lock.current?.release()
      lock.current = undefined
      setStage({ at: 'opening' })
      try {
        const { id, unopened = nothing } = await choose()
        const hold = { session: undefined as Session | undefined, lost: false }
        const held = await lockProject(id, takeOver, {
          async onAsked() {
            leaveField()
            await hold.session?.project.saved()
          },
          onLost() {
            hold.lost = true
            hold.session?.close()
            if (current.current === hold.session) setStage({ at: 'elsewhere', project: id, taken: true })
          },
        })
        if (!held) return setStage({ at: 'elsewhere', project: id, taken: false })
        lock.current = held
        const session = await openProject(engine, id)
        // Another window may have asked for the project while it was being opened.
        if (hold.lost) {
          session.close()
          return setStage({ at: 'elsewhere', project: id, taken: true })
        }
        const carried = carry.current?.id === id ? carry.current.edits : []
        session.project.edit(carried)
        if (carried.length > 0) carry.current = undefined
        hold.session = session
        current.current = session
        setStage({ at: 'open', session, unopened, carried: carried.length })
      } catch (error) {
        lock.current?.release()
        lock.current = undefined
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
      const ask = () => {
        const stay = () => setStage({ at: 'open', session: left, unopened: nothing, carried: 0 })
        setStage({ at: 'unsaved', stay, leave: go })
      }
      const saved = left.project.saved().then(() => true)
      void Promise.race([saved, pause(patience)]).then((isSaved) => (isSaved === true ? go() : ask()), ask)
    },
    [enter],
  )
  return { stage, open }
}
