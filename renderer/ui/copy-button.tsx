import { App, Button, type ButtonProps } from 'antd'
import { useEffect, useState } from 'react'
import { useSession } from '../app/session-context.tsx'
import { CheckMark } from './check-mark.tsx'
import { words } from './wording.ts'

interface Props extends Pick<ButtonProps, 'type' | 'size' | 'className' | 'disabled'> {
  readonly text: string
  /** What is copied, for those who hear the page: 收件人. */
  readonly what: string
  /** On the button, where it does not just say that it copies. */
  readonly label?: string
  readonly onCopied?: () => void
}

/** So long the button says that it was done, in ms. */
const shown = 2500

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, what, label = words.copy, onCopied, ...looks }: Props) {
  const { host } = useSession()
  const { message } = App.useApp()
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    if (turns === 0) return
    const timer = setTimeout(() => setTurns(0), shown)
    return () => clearTimeout(timer)
  }, [turns])

  const copy = async () => {
    try {
      await host.copy(text)
      setTurns(turns + 1)
      onCopied?.()
    } catch {
      void message.error(words.notCopied)
    }
  }
  const copied = turns > 0
  return (
    <>
      <Button
        {...looks}
        onClick={() => void copy()}
        aria-label={`${label}${what}`}
        {...(copied && { icon: <CheckMark /> })}
      >
        {copied ? words.copied : label}
      </Button>
      <span className="only-for-readers" role="status">
        {copied && words.copiedWhat(what)}
      </span>
    </>
  )
}
