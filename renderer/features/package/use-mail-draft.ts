import { useEffect, useRef, useState } from 'react'
import { type FaultData, faultOf } from '../../../shared/faults.ts'
import { useProject, useSession } from '../../app/session-context.tsx'

/** How the draft of a mail stands. */
export type MailDraft =
  | { readonly state: 'none' }
  /** `share` of the work, 0 to 1. */
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'done'; readonly id: string; readonly name: string }
  | { readonly state: 'failed'; readonly fault: FaultData }

export interface DraftOrder {
  readonly task: string
  readonly package: string
  /** Number of the mail, from 0. */
  readonly mail: number
  /** Called when the draft is there, which holds all that a mail needs. */
  readonly onDrafted: () => void
  /** Called when there is another file in the package's folder, or the package is not what it was. */
  readonly onChanged: () => void
}

/** Writes the draft of a mail and gives it to the clerk; given up with the view that asks for it. */
export function useMailDraft({ task, package: id, mail, onDrafted, onChanged }: DraftOrder): {
  readonly draft: MailDraft
  readonly start: () => void
  readonly cancel: () => void
} {
  const { client, host } = useSession()
  const project = useProject(({ document }) => document.id)
  const [draft, setDraft] = useState<MailDraft>({ state: 'none' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = async () => {
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    setDraft({ state: 'running', share: 0 })
    // News of one that was cancelled is news of nothing.
    const tell = (next: MailDraft) => running.current === controller && setDraft(next)
    try {
      const written = await client['project.draft-mail'](
        { project, task, package: id, mail },
        {
          signal,
          onProgress: ({ stage, done, total }) =>
            tell({ state: 'running', share: shareOf(stage, total > 0 ? done / total : 0) }),
        },
      )
      if (running.current !== controller) return onChanged()
      tell({ state: 'done', id: written.id, name: written.name })
      if (host.kind === 'web') host.download(written.id, written.name)
      else await host.reveal(written.id).catch(() => false)
      onDrafted()
      onChanged()
    } catch (error) {
      const fault = faultOf(error)
      tell(fault.code === 'cancelled' ? { state: 'none' } : { state: 'failed', fault })
      if (fault.code === 'attachment-unusable') onChanged()
    }
  }
  return {
    draft,
    start: () => void start(),
    cancel() {
      running.current?.abort()
      running.current = undefined
      setDraft({ state: 'none' })
    },
  }
}

/** Written first, then read again. */
const shareOf = (stage: string, fraction: number): number =>
  stage === 'verify' ? 0.6 + 0.4 * fraction : 0.6 * fraction
