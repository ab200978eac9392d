import { Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { hasOpenDialog } from '../../ui/open-dialog.ts'
import { SearchIcon } from './icons.tsx'
import { words } from './wording.ts'

interface Props {
  /** What is looked for. */
  readonly label: string
  readonly query: string
  readonly onQuery: (query: string) => void
}

/** Leaves on the screen what holds a text; Ctrl+F leads to it from anywhere. */
export function SearchBox({ label, query, onQuery }: Props) {
  const box = useRef<InputRef>(null)
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f'
      if (!wanted || hasOpenDialog()) return
      event.preventDefault()
      box.current?.focus({ cursor: 'all' })
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [])
  return (
    <Input
      ref={box}
      className="media-search"
      data-own-undo=""
      prefix={<SearchIcon />}
      placeholder={label}
      title={words.searchKey}
      aria-label={label}
      aria-keyshortcuts="Control+F"
      allowClear
      value={query}
      onChange={({ target }) => onQuery(target.value)}
      onKeyDown={({ key }) => key === 'Escape' && onQuery('')}
    />
  )
}
