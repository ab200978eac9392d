import type { Requirement } from '../../../shared/notice/requirement.ts'
import { words } from './wording.ts'

interface Props {
  readonly basis: Requirement['basis']
  /** Whether it stands open; a long sentence never does. */
  readonly spread: boolean
}

/** As much of a sentence is shown without asking. */
const longest = 60

/** The notice's own sentence and its place, or that it is our reading of it. */
export function Basis({ basis: { clause, sentence, standing }, spread }: Props) {
  return (
    <details className="detail-basis" open={spread && sentence.length <= longest}>
      <summary>
        {standing === 'explicit' ? words.notice : words.reading} · {clause}
      </summary>
      <blockquote>“{sentence}”</blockquote>
      {standing === 'assumed' && <p>{words.notSaid}</p>}
    </details>
  )
}
