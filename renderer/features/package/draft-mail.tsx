import { App, Button, Progress } from 'antd'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useSession } from '../../app/session-context.tsx'
import type { Host } from '../../host/host.ts'
import { CheckMark } from '../../ui/check-mark.tsx'
import { words } from './send-words.ts'
import { type DraftOrder, type MailDraft, useMailDraft } from './use-mail-draft.ts'

interface Props extends DraftOrder {
  readonly disabled: boolean
}

/** For those who write mails in a program of this computer: the mail with its attachment, to be opened there. */
export function DraftMail({ disabled, ...given }: Props) {
  const { host } = useSession()
  const { draft, start, cancel } = useMailDraft(given)
  const { message } = App.useApp()
  const running = draft.state === 'running'
  const open = async (id: string) => (await host.openDraft?.(id).catch(() => false)) === true
  return (
    <div className="package-draft">
      <div className="package-draft-line">
        {/* One button, which keeps the keyboard. */}
        <Button
          type="text"
          size="small"
          className="package-draft-button"
          disabled={disabled}
          onClick={running ? cancel : start}
        >
          {running ? words.cancel : draft.state === 'done' ? words.draftAgain : words.draft}
        </Button>
        {draft.state === 'done' && host.openDraft && (
          <Button
            type="link"
            size="small"
            onClick={() => void open(draft.id).then((yes) => !yes && message.warning(words.draftNotOpened))}
          >
            {words.openDraft}
          </Button>
        )}
        {running && (
          <>
            <span>{words.drafting}</span>
            <Progress
              percent={Math.floor(draft.share * 100)}
              size="small"
              strokeColor="var(--blue)"
              aria-label={words.drafting}
            />
          </>
        )}
      </div>
      <small role="status" className={draft.state === 'failed' ? 'tone-bad' : undefined}>
        {draft.state === 'done' && <CheckMark size={13} />}
        {textOf(draft, host.kind)}
      </small>
    </div>
  )
}

function textOf(draft: MailDraft, host: Host['kind']): string {
  switch (draft.state) {
    case 'done':
      return host === 'web' ? words.draftDownloaded(draft.name) : words.drafted(draft.name)
    case 'failed':
      return faultSentence(draft.fault)
    default:
      return words.draftHint
  }
}
