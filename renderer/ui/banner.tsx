import type { ReactNode } from 'react'
import './banner.css'

interface Props {
  readonly tone: 'info' | 'warn' | 'bad'
  readonly title: string
  readonly detail?: string | undefined
  readonly action?: ReactNode
}

/** Something the clerk should know about what stands below, with the button that deals with it. */
export const Banner = ({ tone, title, detail, action }: Props) => (
  <div className={`ui-banner ui-banner-${tone}`} role={tone === 'info' ? 'note' : 'alert'}>
    {tone !== 'info' && (
      <span className="ui-banner-mark" aria-hidden="true">
        !
      </span>
    )}
    <div>
      <strong>{title}</strong>
      {detail !== undefined && <p>{detail}</p>}
    </div>
    {action}
  </div>
)
