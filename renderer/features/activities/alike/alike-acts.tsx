import { Button } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import type { Side } from './merge-pair.ts'
import { words } from './wording.ts'

interface Props {
  /** What is probably right: two things at one place are often two activities. */
  readonly likely: 'merge' | 'apart'
  readonly onKeep: (side: Side) => void
  readonly onMerge: () => void
  readonly onApart: () => void
}

/** What to do with a pair: the arrows go from one to the next, Enter does it. */
export function AlikeActs({ likely, onKeep, onMerge, onApart }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const common = (act: 'merge' | 'apart') =>
    act === likely ? ({ type: 'primary', autoFocus: true } as const) : {}
  const move = (event: KeyboardEvent) => {
    // A key that is held down must not run through all pairs.
    if (event.key === 'Enter' && event.repeat) event.preventDefault()
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const now = buttons.findIndex((button) => button === document.activeElement)
    buttons[(now + by + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div className="alike-acts">
      <strong>{words.ask}</strong>
      <div ref={bar} role="toolbar" aria-label={words.acts} onKeyDown={move}>
        <Button size="large" onClick={() => onKeep('left')}>
          {words.keep.left}
        </Button>
        <Button size="large" {...common('merge')} onClick={onMerge}>
          {words.merge}
        </Button>
        <Button size="large" onClick={() => onKeep('right')}>
          {words.keep.right}
        </Button>
        <Button size="large" {...common('apart')} onClick={onApart}>
          {words.apart}
        </Button>
      </div>
      <small className="tone-quiet">{words.keysHint}</small>
    </div>
  )
}
