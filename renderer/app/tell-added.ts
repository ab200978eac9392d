import type { useAppProps } from 'antd/es/app/context'
import { unreadables } from '../../shared/wording/file-sentences.ts'
import type { Added } from '../state/add-sources.ts'
import { words } from './wording.ts'

/** Says what came of handing files in; a failure is told by whoever shows the job. */
export function tellAdded({ message, notification }: useAppProps, added: Added | undefined): void {
  if (!added) return
  void message.success(words.added(added.added, added.known, added.ignored))
  if (added.troubles.length === 0) return
  notification.warning({
    title: words.someUnread(added.troubles.length),
    description: added.troubles
      .slice(0, 8)
      .map(({ path, reason }) => `${path}：${unreadables[reason]}`)
      .join('\n'),
    duration: 0,
  })
}
