import { Button, Checkbox } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import type { FaultData } from '../../../shared/faults.ts'
import { lastSubmission } from '../../../shared/packing/replaced.ts'
import type { SendingChoice } from '../../../shared/packing/sending.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { preflightSentence } from '../../../shared/wording/preflight-sentences.ts'
import { unwrittenText } from '../../../shared/wording/unwritten-text.ts'
import { useSession, useTask, useTaskDraft, useTaskView } from '../../app/session-context.tsx'
import type { OutFolder } from '../../host/host.ts'
import { openDialog } from '../../state/dialog.ts'
import { goTo } from '../../state/page.ts'
import { Banner } from '../../ui/banner.tsx'
import { failureAdvice, placeHint } from './failure-advice.ts'
import { FaultNote } from './fault-note.tsx'
import { packedSize } from './packed-size.ts'
import { PackDoubts } from './pack-doubts.tsx'
import { PackFacts } from './pack-facts.tsx'
import { partlySent } from './partly-sent.ts'
import { partlyText } from './partly-words.ts'
import { PartsPreview } from './parts-preview.tsx'
import { words as planning } from './plan-words.ts'
import { SendingWays } from './sending-ways.tsx'
import type { OutPlace } from './use-out-folder.ts'
import { usePackSummary } from './use-pack-summary.ts'
import { usePreflight } from './use-preflight.ts'
import { countsText, words } from './wording.ts'

interface Props {
  readonly task: string
  readonly place: OutPlace
  /** Whether the ways of sending are laid out to be chosen from. */
  readonly choosing: boolean
  readonly onChoosing: (choosing: boolean) => void
  readonly onStart: (out: OutFolder) => void
  readonly onMeasure: () => void
  readonly onClose: () => void
}

/** What will be packed, to be looked over once more. */
export function PackPreflight({ task: id, place, choosing, onChoosing, onStart, onMeasure, onClose }: Props) {
  const { host, project } = useSession()
  const task = useTask(id)
  const [, setView] = useTaskView(id)
  const draft = useTaskDraft(id)
  const { thumbnails = false, sending: choice, items } = draft
  const replaces = useMemo(() => lastSubmission(draft.packages), [draft.packages])
  const partly = useMemo(() => partlySent(draft.packages), [draft.packages])
  const summary = usePackSummary(task, replaces)
  const titles = useMemo(() => new Map(items.map((item) => [item.id, item.fields['title'] ?? ''])), [items])
  const { counts, bytes, leftOut, plan, unwritten } = summary
  const look = usePreflight({ task: id, out: place.folder?.claim, choice, thumbnails })
  const unfit: FaultData[] = plan.refusal ? [{ code: 'plan-unfit', plan: plan.plan, ...plan.refusal }] : []
  // Told once: the engine's, which has measured the files anew, where we see none.
  const faults =
    unfit.length > 0 ? [...unfit, ...look.faults.filter(({ code }) => code !== 'plan-unfit')] : look.faults
  const blocked = faults.length > 0
  const main = useFocusKept(blocked)
  const show = (code: string, first: string) => {
    setView({ filter: 'all', query: '', code, current: first })
    onClose()
    goTo({ at: 'task', task: id })
  }
  const choose = (next: typeof choice) =>
    project.edit([{ type: 'set-sending', task: id, sending: next ?? {} }])
  const editUnit = () => {
    onClose()
    openDialog('unit')
  }
  const offers = {
    place: [words.otherPlace, () => void place.change()],
    plan: [planning.proposedWay, () => choose(withoutPlan(choice))],
    measure: [words.measureAgain, onMeasure],
    unit: [words.fillUnit, editUnit],
    retry: [planning.lookAgain, look.again],
  } as const
  const offerFor = (fault: FaultData) => {
    const [best = 'retry'] = failureAdvice(fault).filter((one) => one !== 'place' || host.kind === 'desktop')
    return offers[best]
  }

  return (
    <div ref={main}>
      <div className="package-scroll">
        {faults.map((fault, index) => (
          <FaultNote
            key={JSON.stringify(fault)}
            task={task}
            fault={fault}
            offer={offerFor(fault)}
            first={index === 0}
          />
        ))}
        {place.fault && (
          <Banner
            tone="bad"
            title={faultSentence(place.fault)}
            detail={placeHint(place.fault, host.kind)}
            action={<Button onClick={place.again}>{words.retry}</Button>}
          />
        )}
        {replaces && partly && (
          <Banner
            tone="info"
            title={partlyText(replaces.ordinal, partly, plan.refusal ? 0 : plan.parts.length)}
          />
        )}
        <p className="package-sum">
          <strong>{countsText(counts)}</strong>
          {bytes > 0 && <span>{words.total(packedSize(task, bytes))}</span>}
        </p>
        <p className="package-quiet">
          {task.kind === 'table' ? words.listOnly : words.originals}
          {leftOut > 0 && words.leftOut(leftOut)}
        </p>
        <PackFacts
          summary={summary}
          place={place}
          look={look}
          replaces={replaces}
          parts={<PartsPreview task={task} plan={plan} titles={titles} />}
          ways={
            <SendingWays
              task={task}
              plan={plan}
              sending={summary.sending}
              choice={choice ?? {}}
              open={choosing}
              onOpen={onChoosing}
              onChoose={choose}
            />
          }
        />
        {look.notes.length > 0 && (
          <section className="package-note package-hints">
            <h3>{planning.notes}</h3>
            <ul>
              {look.notes.map((note) => (
                <li key={JSON.stringify(note)}>{preflightSentence(note)}</li>
              ))}
            </ul>
          </section>
        )}
        {task.documents.some((one) => one.thumbnails) && (
          <Checkbox
            checked={thumbnails}
            onChange={({ target }) =>
              project.edit([{ type: 'set-thumbnails', task: id, on: target.checked }])
            }
          >
            {words.thumbnails}
            <span className="package-quiet">　{words.thumbnailsHint}</span>
          </Checkbox>
        )}
        {unwritten.length > 0 && <Banner tone="warn" title={unwrittenText(unwritten)} />}
        <PackDoubts warnings={summary.warnings} waivers={summary.waivers} onShow={show} />
      </div>
      <div className="package-foot">
        <Button size="large" onClick={onClose}>
          {words.back}
        </Button>
        <Button
          type="primary"
          size="large"
          {...(!blocked && { 'data-first': true })}
          disabled={!place.folder || blocked}
          onClick={() => place.folder && onStart(place.folder)}
        >
          {words.start}
        </Button>
      </div>
    </div>
  )
}

/** A button that is turned off loses the keyboard: it then goes on from the first that helps. */
function useFocusKept(blocked: boolean) {
  const main = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const active = window.document.activeElement
    const lost = active === window.document.body || (active instanceof HTMLButtonElement && active.disabled)
    if (lost) main.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [blocked])
  return main
}

/** What was chosen besides the plan, which is again for us to propose. */
function withoutPlan(choice: SendingChoice = {}): SendingChoice {
  const { plan: _, ...rest } = choice
  return rest
}
