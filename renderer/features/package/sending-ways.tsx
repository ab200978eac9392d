import { Button, Radio } from 'antd'
import { useId } from 'react'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackagePlan } from '../../../shared/packing/plan.ts'
import type { SendingOption, SendingOptions } from '../../../shared/packing/sending-options.ts'
import { PlanKind, type SendingChoice } from '../../../shared/packing/sending.ts'
import { planName, reasonText, refusalText } from '../../../shared/wording/sending-words.ts'
import { optionHint, words } from './plan-words.ts'
import './sending-ways.css'

interface Props {
  readonly task: Task
  readonly plan: PackagePlan
  readonly sending: SendingOptions
  readonly choice: SendingChoice
  /** Whether the ways are laid out to be chosen from. */
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onChoose: (choice: SendingChoice) => void
}

/** How the package goes out: what we propose in a line, and the other ways behind a button. */
export function SendingWays({ task, plan, sending, choice, open, onOpen, onChoose }: Props) {
  const { options, recommended, reason } = sending
  const chosen = options.find((option) => option.plan === plan.plan)
  const proposal = options.find((option) => option.plan === recommended)
  const proposed = plan.plan === recommended
  if (!chosen || !proposal) return null
  const because = `${reasonText(reason, task)}。`
  return (
    <div className="package-ways">
      <div className="package-place">
        <div>
          {open ? (
            <span>{words.pick}</span>
          ) : plan.plan === 'one' && proposed ? (
            <span>{reason.code === 'handed' ? because : words.oneMail}</span>
          ) : (
            <>
              <strong>{planName(chosen, task)}</strong>
              <small>{proposed ? because : words.chosen(planName(proposal, task)) + because}</small>
            </>
          )}
        </div>
        {options.length > 1 && (
          <Button aria-expanded={open} onClick={() => onOpen(!open)}>
            {open ? words.fold : words.otherWay}
          </Button>
        )}
      </div>
      {open && (
        <>
          <Radio.Group
            className="package-plans"
            aria-label={words.how}
            value={plan.plan}
            onChange={({ target }) => {
              // What we propose follows the files from now on.
              const { plan: _, ...rest } = choice
              const picked = PlanKind.parse(target.value)
              onChoose(picked === recommended ? rest : { ...rest, plan: picked })
            }}
          >
            {options
              .filter((option) => option === chosen || makesSense(option))
              .map((option) => (
                <Radio
                  key={option.plan}
                  value={option.plan}
                  disabled={option.refusal !== undefined && option !== chosen}
                >
                  <strong>
                    {planName(option, task)}
                    {option === proposal && <em>{words.proposed}</em>}
                  </strong>
                  <small>{textOf(option)}</small>
                </Radio>
              ))}
          </Radio.Group>
          <Via task={task} plan={plan} choice={choice} onChoose={onChoose} />
        </>
      )}
    </div>
  )

  function textOf(option: SendingOption): string {
    if (option.refusal) return refusalText(option.plan, option.refusal, task)
    return option === proposal ? reasonText(reason, task) : optionHint(option, plan.cap, task)
  }
}

/** Several mails of which there is but one are no choice. */
const makesSense = ({ plan, parts, refusal }: SendingOption): boolean =>
  plan !== 'split' || parts.length > 1 || refusal !== undefined

/** What mails are sent with, where it makes a difference. */
function Via({ task, plan, choice, onChoose }: Pick<Props, 'task' | 'plan' | 'choice' | 'onChoose'>) {
  const id = useId()
  const { caps } = task.packaging
  // A limit of the clerk's own belongs to none of them.
  const via = choice.cap === undefined ? (caps.find((cap) => cap.id === choice.via) ?? caps[0]) : undefined
  const bytes = plan.parts.flatMap(({ items }) => items).reduce((sum, item) => sum + item.bytes, 0)
  const matters = caps.some((cap) => bytes > cap.bytes)
  if (caps.length < 2 || !matters || !['one', 'split'].includes(plan.plan)) return null
  return (
    <div className="package-via">
      <span id={id}>{words.via}</span>
      <Radio.Group
        aria-labelledby={id}
        value={via?.id}
        onChange={({ target }) => {
          const { via: _, cap: __, ...rest } = choice
          const picked = String(target.value)
          onChoose(picked === caps[0]?.id ? rest : { ...rest, via: picked })
        }}
      >
        {caps.map((cap) => (
          <Radio key={cap.id} value={cap.id}>
            {words.viaLine(cap.label, cap.bytes)}
          </Radio>
        ))}
      </Radio.Group>
    </div>
  )
}
