import type { PackageState } from '../../../shared/contract/projects.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { useSession, useTask } from '../../app/session-context.tsx'
import { goTo } from '../../state/page.ts'
import { fileNameOf, packedBytes, sentMails } from './package-contents.ts'
import { packedSize } from './packed-size.ts'
import { successor } from './partly-sent.ts'
import { successorText } from './partly-words.ts'
import { momentText, words } from './send-words.ts'
import './history.css'

interface Props {
  readonly task: string
  /** Newest first. */
  readonly packages: readonly PackageRecord[]
  readonly states: ReadonlyMap<string, PackageState> | undefined
  readonly current: string
}

/** Every package of the task, newest first. */
export function PackageHistory({ task, packages, states, current }: Props) {
  const { notice } = useSession()
  const ofTask = useTask(task)
  const line = ofTask.kind === 'table' ? words.historyLineOfList : words.historyLine
  const moment = (instant: string) => momentText(wallClock(new Date(instant), notice.utcOffset))
  return (
    <section className="package-card">
      <h2>{words.history}</h2>
      <ol className="package-history" reversed>
        {packages.map((record) => {
          const { id, version, packedAt, result } = record
          const later = successor(packages, record)
          const sent = sentMails(record)
          const last = Object.values(record.sent).toSorted().at(-1)
          const state = states?.get(id)?.state
          const place = record.elsewhere ? fileNameOf(result.out) : result.out
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={id === current}
                onClick={() => goTo({ at: 'send', task, package: id })}
              >
                <strong>{words.nth(version)}</strong>
                <span className="tabular">{moment(packedAt)}</span>
                <span className="tabular">
                  {line(result.packed, packedSize(ofTask, packedBytes(record)))}
                </span>
                <span className={sent > 0 ? 'tone-ok' : 'tone-quiet'}>
                  {sent === 0
                    ? words.notSent
                    : sent < result.mails.length
                      ? words.someSent(sent, result.mails.length)
                      : words.sentAt(last ? moment(last) : '')}
                </span>
                {later && <span className="tone-warn">{successorText(later)}</span>}
                {state === 'missing' && <span className="tone-bad">{words.missingFolder}</span>}
                {state === 'elsewhere' && <span className="tone-quiet">{words.elsewhere}</span>}
                <small title={place}>{place}</small>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
