import { App, Button, type ButtonProps } from 'antd'
import { useEffect, useState } from 'react'
import { useSession } from '../app/session-context.tsx'
import { CheckMark } from './check-mark.tsx'

interface Props extends Pick<ButtonProps, 'type' | 'size' | 'className'> {
  readonly text: string
  /** What is copied, for those who hear the page: 收件人. */
  readonly what: string
  /** On the button; by default 复制. */
  readonly label?: string
  readonly onCopied?: () => void
}

/** So long the button says that it was done, in ms. */
const shown = 2500

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, what, label = '复制', onCopied, ...looks }: Props) {
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
      void message.error('没有复制成功，请用鼠标选中文字，再按 Ctrl+C')
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
        {copied ? '已复制' : label}
      </Button>
      <span className="only-for-readers" role="status">
        {copied && `${what}已复制`}
      </span>
    </>
  )
}
