import { useEffect, useState } from 'react'
import { type FaultCode, type FaultData, faultOf } from '../../../shared/faults.ts'
import type { Preflight } from '../../../shared/packing/preflight.ts'
import type { SendingChoice } from '../../../shared/packing/sending.ts'
import { useProject, useSession } from '../../app/session-context.tsx'

/** What is known of whether the package can be written, before it is. */
export interface Look {
  /** It takes long enough to be told. */
  readonly looking: boolean
  /** Of the present place; of the plan before until the present one's are known. */
  readonly space: Pick<Preflight, 'needed' | 'free'> | undefined
  /** Empty while nothing is known of the present place and plan. */
  readonly faults: readonly FaultData[]
  readonly notes: Preflight['notes']
  readonly again: () => void
}

interface Found extends Omit<Look, 'looking' | 'again'> {
  /** Of what it was found, and of which place. */
  readonly key: string
  readonly out: string
}

/** In ms: what is known sooner is not announced. */
const patience = 500

/** Failures of the look itself, which tell nothing of the package: the engine looks again before it writes. */
const unheard: ReadonlySet<FaultCode> = new Set([
  'cancelled', 'internal', 'engine-gone', 'host-gone', 'bad-request', 'project-changed-elsewhere',
] satisfies FaultCode[]) // prettier-ignore

interface Asked {
  readonly task: string
  readonly out: string | undefined
  readonly choice: SendingChoice | undefined
  /** Small pictures in documents take room. */
  readonly thumbnails: boolean
}

/**
 * Looks whether a task's package can be written to `out` in the chosen way; anew whenever one of them changes, and given up
 * with the view that asks.
 */
export function usePreflight({ task, out, choice, thumbnails }: Asked): Look {
  const { client, project } = useSession()
  const id = useProject(({ document }) => document.id)
  const [turn, setTurn] = useState(0)
  const [late, setLate] = useState<string>()
  const [found, setFound] = useState<Found>()
  const key = JSON.stringify([out, choice, thumbnails, turn])

  useEffect(() => {
    if (out === undefined) return
    const leaving = new AbortController()
    const { signal } = leaving
    const timer = setTimeout(() => setLate(key), patience)
    const look = async (): Promise<Omit<Found, 'key' | 'out'>> => {
      try {
        // The engine reads the choice from the disk.
        await project.saved()
        const { faults, notes, ...space } = await client['project.preflight']({ project: id, task, out }, { signal }) // prettier-ignore
        return { faults, notes, space }
      } catch (error) {
        const fault = faultOf(error)
        return { faults: unheard.has(fault.code) ? [] : [fault], notes: [], space: undefined }
      }
    }
    void look().then((result) => {
      clearTimeout(timer)
      if (!signal.aborted) setFound({ ...result, key, out })
    })
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [client, project, id, task, out, key])

  const known = found?.key === key
  // What is known of another disk is nothing of this one.
  const here = found?.out === out ? found : undefined
  return {
    looking: !known && late === key,
    space: here?.space,
    faults: known ? found.faults : [],
    notes: here?.notes ?? [],
    again: () => setTurn(turn + 1),
  }
}
