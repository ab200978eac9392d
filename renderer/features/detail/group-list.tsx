import { requirementById } from '../../../shared/notice/choose.ts'
import { useTask, useTaskView } from '../../app/session-context.tsx'
import type { FindingGroup } from '../../state/finding-groups.ts'
import { groupDetail, groupTitle, words } from './wording.ts'

interface Props {
  readonly task: string
  readonly groups: readonly FindingGroup[]
}

/** What is wrong, by kind; a click shows the files or rows that have it and no others, a second click all again. */
export function GroupList({ task, groups }: Props) {
  const errors = groups.filter(({ severity }) => severity === 'error')
  const warnings = groups.filter(({ severity }) => severity === 'warning')
  const notes = groups.filter(({ severity }) => severity === 'note')
  return (
    <>
      <Groups task={task} title={words.mustMend} groups={errors} />
      <Groups task={task} title={words.toCheck} groups={warnings} />
      {notes.length > 0 && (
        <details className="detail-noted">
          <summary>{words.noted(notes.length)}</summary>
          <Groups task={task} title={undefined} groups={notes} />
        </details>
      )}
    </>
  )
}

function Groups({ task, title, groups }: Props & { readonly title: string | undefined }) {
  const notice = useTask(task)
  const [view, setView] = useTaskView(task)
  if (groups.length === 0) return null
  const isTable = notice.kind === 'table'
  const advicesOf = ({ code, rules }: FindingGroup): string[] =>
    code === 'text-missing'
      ? [isTable ? words.writeCells : words.writeTexts]
      : [...new Set(rules.map((rule) => firstSentence(requirementById(notice, rule)?.advice ?? '')))]
  return (
    <div className="detail-groups">
      {title !== undefined && <h3>{title}</h3>}
      <ul>
        {groups.map((group) => {
          const chosen = view.code === group.code
          const detail = groupDetail(group)
          return (
            <li key={`${group.severity} ${group.code}`}>
              <button
                type="button"
                className={`detail-group detail-group-${group.severity}`}
                aria-pressed={chosen}
                onClick={() =>
                  setView(chosen ? { code: undefined } : { filter: 'all', query: '', code: group.code })
                }
              >
                <span className="detail-group-title">{groupTitle(group, notice.kind)}</span>
                <b className="tabular">{isTable ? words.rows(group.count) : words.files(group.count)}</b>
                {detail && <span className="detail-group-line">{detail}</span>}
                {advicesOf(group).map((advice) => (
                  <span key={advice} className="detail-group-line">
                    {advice}
                  </span>
                ))}
                {chosen && (
                  <span className="detail-group-chosen">{isTable ? words.showAllRows : words.showAll}</span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What to do in short; the whole advice stands with each file. */
const firstSentence = (advice: string): string => advice.replace(/。.*$/su, '。')
