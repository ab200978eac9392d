import { useLayoutEffect, useRef } from 'react'

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

/** The values that are offered for a cell. */
export function ChoiceList({ id, choices, at, onPick }: Choosing) {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
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
