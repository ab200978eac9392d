import type { Task } from '../../../shared/notice/task.ts'
import { words } from './send-words.ts'

/** Where a package goes that is not sent by mail. */
export const HandIn = ({ task }: { readonly task: Task }) => (
  <section className="package-card">
    <h2>{words.handIn}</h2>
    <ul className="package-files">
      {task.recipients.flatMap((recipient) =>
        recipient.channel === 'mail'
          ? []
          : [
              <li key={recipient.address}>
                <span>
                  {recipient.channel === 'upload' ? words.uploadAt : words.handInAt}
                  <strong>{recipient.address}</strong>
                  {recipient.note}
                </span>
              </li>,
            ],
      )}
    </ul>
  </section>
)
