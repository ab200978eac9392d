import type { Finding } from '../../../shared/findings.ts'
import { requirementById } from '../../../shared/notice/choose.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useTask } from '../../app/session-context.tsx'
import type { ItemVerdict } from '../../state/item-verdict.ts'
import { CheckMark } from '../../ui/check-mark.tsx'
import { type Card, cardsOf, shownFindings, waivedFindings } from './arrange-findings.ts'
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
  const notice = useTask(task)
  const cards = cardsOf(shownFindings(open, held))
  const waived = waivedFindings(verdict.judged)
  const quoted = new Set<string | undefined>()
  /** A sentence that several cards rest on is spread out once. */
  const isFirst = (card: Card) => {
    const { rule = '' } = (card.kind === 'one' ? card.shown : card.all[0])?.finding ?? {}
    const sentence = requirementById(notice, rule)?.basis.sentence
    const first = !quoted.has(sentence)
    quoted.add(sentence)
    return first
  }
  return (
    <div className="detail-findings" role="group" aria-label={words.findings}>
      {cards.map((card) =>
        card.kind === 'missing' ? (
          <MissingCard key="missing" task={task} card={card} spread={isFirst(card)} onDecided={onDecided} />
        ) : (
          <FindingCard
            key={`${item.id} ${card.shown.finding.code} ${card.shown.finding.subject.field ?? ''}`}
            task={task}
            item={item}
            shown={card.shown}
            spread={isFirst(card)}
            onDecided={onDecided}
          />
        ),
      )}
      {verdict.state === 'fine' && cards.length === 0 && (
        <p className="detail-sound">
          <CheckMark size={16} /> {words.sound}
        </p>
      )}
      {verdict.state === 'left-out' && <p className="detail-left-out">{words.staysOut}</p>}
      <WaivedList task={task} waived={waived} onDecided={onDecided} />
    </div>
  )
}
