import { Tag } from 'antd'
import { useMemo, useState } from 'react'
import type { Task } from '../../../shared/notice/task.ts'
import type { Judged } from '../../../shared/rules/verdict.ts'
import { groupFindings } from '../../state/finding-groups.ts'
import { groupTitle } from '../detail/wording.ts'
import { words } from './wording.ts'

interface Props {
  readonly kind: Task['kind']
  readonly code: string
  /** All that was found. */
  readonly judged: readonly Judged[]
  readonly onClose: () => void
}

/** The one kind of finding that is shown, by the name that the board gives it. Another kind needs another `key`. */
export function CodeTag({ kind, code, judged, onClose }: Props) {
  const group = useMemo(
    () => groupFindings(judged.filter(({ finding }) => finding.code === code))[0],
    [judged, code],
  )
  const now = groupTitle(group ?? { code, names: [] }, kind)
  const [title, setTitle] = useState(now)
  // When the last of them is mended, what is shown still goes by the name that it had.
  if (group && now !== title) setTitle(now)
  return (
    <Tag className="media-code" closable onClose={onClose}>
      {words.onlyCode(title)}
    </Tag>
  )
}
