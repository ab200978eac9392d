import { useEffect, useState } from 'react'
import { type FaultData, faultOf } from '../../../shared/faults.ts'
import type { Paper, PaperKind } from '../../../shared/paper/paper.ts'
import { useProject, useSession } from '../../app/session-context.tsx'

type Reading =
  | { readonly at: 'reading' }
  | { readonly at: 'read'; readonly paper: Paper }
  | { readonly at: 'failed'; readonly fault: FaultData }

export interface PaperWanted {
  readonly task: string
  readonly package: string
  readonly paper: PaperKind
}

/** A paper as it lies in its package's folder, and how to read it once more. */
export function usePaper({ task, package: record, paper }: PaperWanted): readonly [Reading, () => void] {
  const { client } = useSession()
  const project = useProject(({ document }) => document.id)
  const [turn, setTurn] = useState(0)
  const [reading, setReading] = useState<Reading>({ at: 'reading' })
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const tell = (next: Reading) => {
      if (!signal.aborted) setReading(next)
    }
    tell({ at: 'reading' })
    client['project.paper']({ project, task, package: record, paper }, { signal }).then(
      (read) => tell({ at: 'read', paper: read }),
      (error: unknown) => tell({ at: 'failed', fault: faultOf(error) }),
    )
    return () => leaving.abort()
  }, [client, project, task, record, paper, turn])
  return [reading, () => setTurn(turn + 1)]
}
