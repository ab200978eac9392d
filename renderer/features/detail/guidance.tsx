import type { Requirement } from '../../../shared/notice/requirement.ts'
import { Basis, basisTitle, Quote } from './basis.tsx'
import { words } from './wording.ts'

interface Props {
  readonly requirement: Requirement
  readonly spread: boolean
}

/** What to do and the notice's word; in one fold where another card has the first say. */
export function Guidance({ requirement: { advice, basis }, spread }: Props) {
  if (spread)
    return (
      <>
        <p className="detail-advice">{advice}</p>
        <Basis basis={basis} spread />
      </>
    )
  return (
    <details className="detail-basis">
      <summary>
        {words.howTo} · {words.notice}
      </summary>
      <p className="detail-advice">{advice}</p>
      <p>{basisTitle(basis)}</p>
      <Quote basis={basis} />
    </details>
  )
}
