import { useLayoutEffect, useRef } from 'react'
import { choicePlace } from './choice-place.ts'

export interface Choosing {
  readonly id: string
  readonly choices: readonly string[]
  /** The one that Enter takes; -1 where it takes what is written. */
  readonly at: number
  readonly onPick: (choice: string) => void
}

/** Those that begin with what is written, else those that hold it. */
export function matchingChoices(choices: readonly string[], written: string): readonly string[] {
  const text = written.trim()
  const beginning = choices.filter((choice) => choice.startsWith(text))
  return beginning.length > 0 ? beginning : choices.filter((choice) => choice.includes(text))
}

/** The values that are offered for a cell, below it or above it, wherever there is room. */
export function ChoiceList({ id, choices, at, onPick }: Choosing) {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const { current } = list
    const cell = current?.parentElement
    const scroller = cell?.closest<HTMLElement>('.sheet-scroller')
    if (!current || !cell || !scroller) return
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    current.style.maxHeight = ''
    const room = scroller.getBoundingClientRect()
    const head = scroller.querySelector<HTMLElement>('[role="columnheader"]')?.offsetHeight ?? 0
    const { isAbove, isEndwards, height } = choicePlace(
      cell.getBoundingClientRect(),
      {
        top: room.top + head,
        bottom: room.top + scroller.clientHeight,
        right: room.left + scroller.clientWidth,
      },
      { width: current.offsetWidth, height: current.offsetHeight },
    )
    current.classList.toggle('sheet-choices-above', isAbove)
    current.classList.toggle('sheet-choices-end', isEndwards)
    current.style.maxHeight = `${height}px`
  }, [choices.length])
  useLayoutEffect(() => {
    const option = list.current?.children[at]
    if (!list.current || !(option instanceof HTMLElement)) return
    const { scrollTop, clientHeight } = list.current
    const [top, bottom] = [option.offsetTop, option.offsetTop + option.offsetHeight]
    if (top < scrollTop) list.current.scrollTop = top
    else if (bottom > scrollTop + clientHeight) list.current.scrollTop = bottom - clientHeight
  }, [at, choices.length])
  return (
    <ul ref={list} id={id} role="listbox" className="sheet-choices">
      {choices.map((choice, index) => (
        <li
          key={choice}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            // The keyboard stays in the cell.
            event.preventDefault()
            event.stopPropagation()
            onPick(choice)
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  )
}
