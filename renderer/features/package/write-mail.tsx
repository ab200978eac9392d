import { Button } from 'antd'
import { useState } from 'react'
import type { Mail } from '../../../shared/packing/mail.ts'
import { useSession } from '../../app/session-context.tsx'
import { words } from './send-words.ts'

interface Props {
  readonly mail: Mail
  readonly disabled: boolean
  /** The steps that need not be done by hand any more. */
  readonly onWritten: (...steps: readonly number[]) => void
}
type Said = 'mailWritten' | 'mailWithoutBody' | 'mailBodyNotCopied' | 'noMailProgram'

/** Opens the mail program of this computer with recipient, subject and body; nothing where a host cannot. */
export function WriteMail({ mail: { to, subject, body }, disabled, onWritten }: Props) {
  const { host } = useSession()
  const [said, setSaid] = useState<Said>()
  if (!host.writeMail) return null

  const write = async (): Promise<void> => {
    const end = await host.writeMail?.({ to, subject, body }).catch(() => undefined)
    if (end === 'whole') {
      setSaid('mailWritten')
      return onWritten(1, 2, 3)
    }
    if (end !== 'without-body') return setSaid('noMailProgram')
    const copied = await host.copy(body).then(
      () => true,
      () => false,
    )
    setSaid(copied ? 'mailWithoutBody' : 'mailBodyNotCopied')
    onWritten(...(copied ? [1, 2, 3] : [1, 2]))
  }
  return (
    <div className="package-draft">
      <div className="package-draft-line">
        <Button
          type="text"
          size="small"
          className="package-draft-button"
          disabled={disabled}
          onClick={() => void write()}
        >
          {words.writeMail}
        </Button>
      </div>
      <small role="status" className={said === 'noMailProgram' ? 'tone-bad' : undefined}>
        {words[said ?? 'writeMailHint']}
      </small>
    </div>
  )
}
