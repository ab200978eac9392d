import { useEffect, useRef, useState } from 'react'
import { type FaultData, faultOf } from '../../../shared/faults.ts'
import { useSession } from '../../app/session-context.tsx'
import type { OutFolder } from '../../host/host.ts'

/** The folder for packages, and what can be done about it. */
export interface OutPlace {
  readonly folder: OutFolder | undefined
  readonly fault: FaultData | undefined
  /** Asks for another place; undefined when it stays, or is being asked for already. */
  readonly change: () => Promise<OutFolder | undefined>
  readonly again: () => void
}

/** Where packages are written, and a way to another place. */
export function useOutFolder(): OutPlace {
  const { host } = useSession()
  const [folder, setFolder] = useState<OutFolder>()
  const [fault, setFault] = useState<FaultData>()
  const [turn, setTurn] = useState(0)
  const asking = useRef(false)
  const fail = (error: unknown) => setFault(faultOf(error))
  useEffect(() => {
    let here = true
    host
      .outFolder()
      .then((found) => here && setFolder(found))
      .catch((error: unknown) => here && fail(error))
    return () => {
      here = false
    }
  }, [host, turn])
  return {
    folder,
    fault,
    async change() {
      if (asking.current) return undefined
      asking.current = true
      try {
        const chosen = await host.chooseOutFolder()
        if (chosen) {
          setFolder(chosen)
          setFault(undefined)
        }
        return chosen
      } catch (error) {
        fail(error)
        return undefined
      } finally {
        asking.current = false
      }
    },
    again() {
      setFault(undefined)
      setTurn(turn + 1)
    },
  }
}
