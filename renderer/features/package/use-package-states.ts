import { useCallback, useEffect, useState } from 'react'
import type { PackageState } from '../../../shared/contract/projects.ts'
import { type FaultData, faultOf } from '../../../shared/faults.ts'
import { useProject, useSession, useTaskDraft } from '../../app/session-context.tsx'

interface PackageStates {
  /** By the package's id; undefined until the disk was looked at. */
  readonly states: ReadonlyMap<string, PackageState> | undefined
  readonly fault: FaultData | undefined
}

interface PackageLook extends PackageStates {
  /** Looks once more. */
  readonly again: () => void
}

/** What became of a task's packages on the disk, looked up anew whenever the clerk comes back to the window. */
export function usePackageStates(task: string): PackageLook {
  const { client } = useSession()
  const project = useProject(({ document }) => document.id)
  const { length } = useTaskDraft(task).packages
  const [turn, setTurn] = useState(0)
  const [found, setFound] = useState<PackageStates>({ states: undefined, fault: undefined })

  const look = useCallback(
    async (signal: AbortSignal) => {
      try {
        const states = await client['project.packages']({ project, task }, { signal })
        if (!signal.aborted)
          setFound({ states: new Map(states.map((state) => [state.package, state])), fault: undefined })
      } catch (error) {
        if (signal.aborted) return
        const fault = faultOf(error)
        setFound(({ states }) => ({ states, fault }))
      }
    },
    [client, project, task],
  )
  useEffect(() => {
    const leaving = new AbortController()
    const again = () => void look(leaving.signal)
    again()
    window.addEventListener('focus', again)
    return () => {
      leaving.abort()
      window.removeEventListener('focus', again)
    }
  }, [look, length, turn])
  return { ...found, again: () => setTurn(turn + 1) }
}
