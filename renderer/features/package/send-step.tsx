import type { ReactNode } from 'react'
import { CheckMark } from '../../ui/check-mark.tsx'

interface Props {
  readonly number: number
  readonly title: string
  readonly done: boolean
  /** The step to be taken now. */
  readonly next: boolean
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** One numbered step of sending: what to do, with what, and the button that does it. */
export function SendStep({ number, title, done, next, action, children }: Props) {
  const state = done ? 'package-step-done' : next ? 'package-step-next' : ''
  return (
    <li className={`package-step ${state}`} {...(next && { 'aria-current': 'step' as const })}>
      <span className="package-step-number" aria-hidden="true">
        {done ? <CheckMark /> : number}
      </span>
      <h3>{title}</h3>
      {action !== undefined && <div className="package-step-action">{action}</div>}
      {children !== undefined && <div className="package-step-text">{children}</div>}
    </li>
  )
}
