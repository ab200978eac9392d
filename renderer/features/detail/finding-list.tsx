import type { Finding } from '../../../shared/findings.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import type { ItemVerdict } from '../../state/item-verdict.ts'
import { CheckMark } from '../../ui/check-mark.tsx'
import { cardsOf, shownFindings, waivedFindings } from './arrange-findings.ts'
import { FindingCard } from './finding-card.tsx'
import { MissingCard } from './missing-card.tsx'
import { WaivedList } from './waived-list.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly item: DraftItem
  readonly verdict: ItemVerdict
  readonly open: readonly Finding[]
  /** What was open when the clerk began to write. */
  readonly held: readonly Finding[] | undefined
  readonly onDecided: () => void
}

/** All that was found of a file: the worst first, what was decided last. */
export function FindingList({ task, item, verdict, open, held, onDecided }: Props) {
  const cards = cardsOf(shownFindings(open, held))
  const waived = waivedFindings(verdict.judged)
  return (
    <div className="detail-findings" role="group" aria-label={words.findings}>
      {cards.map((card, index) =>
        card.kind === 'missing' ? (
          <MissingCard key="missing" task={task} card={card} onDecided={onDecided} />
        ) : (
          <FindingCard
            key={`${item.id} ${card.shown.finding.code} ${card.shown.finding.subject.field ?? ''}`}
            task={task}
            item={item}
            shown={card.shown}
            // The worst in full; the others say what is wrong, and the rest when asked.
            spread={index === 0}
            onDecided={onDecided}
          />
        ),
      )}
      {verdict.state === 'fine' && cards.length === 0 && (
        <p className="detail-sound">
          <CheckMark size={16} /> {words.sound}
        </p>
      )}
      {verdict.state === 'left-out' && cards.length === 0 && (
        <p className="detail-left-out">{words.staysOut}</p>
      )}
      <WaivedList task={task} waived={waived} onDecided={onDecided} />
    </div>
  )
}
