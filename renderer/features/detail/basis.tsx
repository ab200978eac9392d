import type { Requirement } from '../../../shared/notice/requirement.ts'
import { words } from './wording.ts'

interface Props {
  readonly basis: Requirement['basis']
  /** Whether it stands open; a long sentence never does. */
  readonly spread?: boolean
}

/** As much of a sentence is shown without asking. */
const longest = 60

/** Whose word it is: the notice's, or our reading of it; and where it stands. */
export const basisTitle = ({ standing, clause }: Requirement['basis']): string =>
  `${standing === 'explicit' ? words.notice : words.reading} · ${clause}`

/** The notice's own sentence, and that it does not say so where it does not. */
export const Quote = ({ basis: { sentence, standing } }: Pick<Props, 'basis'>) => (
  <>
    <blockquote>“{sentence}”</blockquote>
    {standing === 'assumed' && <p>{words.notSaid}</p>}
  </>
)

/** The notice's sentence behind its place. */
export function Basis({ basis, spread = false }: Props) {
  return (
    <details className="detail-basis" open={spread && basis.sentence.length <= longest}>
      <summary>{basisTitle(basis)}</summary>
      <Quote basis={basis} />
    </details>
  )
}
