import { Button } from 'antd'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { severityRank, subjectOf } from '../../../shared/findings.ts'
import { countsProse } from '../../../shared/packing/counts.ts'
import { unitOf } from '../../../shared/project/draft-submission.ts'
import { useProject, useSession, useTask, useTaskDraft, useVerdict } from '../../app/session-context.tsx'
import { CheckMark } from '../../ui/check-mark.tsx'
import { openDialog } from '../../state/dialog.ts'
import { allJudged, groupFindings } from '../../state/finding-groups.ts'
import { waivedFindings } from './arrange-findings.ts'
import { Deadline } from './deadline.tsx'
import { Declarations } from './declarations.tsx'
import './board.css'
import './detail.css'
import { FindingCard } from './finding-card.tsx'
import { GroupList } from './group-list.tsx'
import { QuotaBar } from './quota-bar.tsx'
import { WaivedList } from './waived-list.tsx'
import { words } from './wording.ts'

/** Told on the board by other means than a card. */
const told: ReadonlySet<string> = new Set(['deadline-near', 'declaration-missing'])

/** What a task still lacks, the worst first; each line leads to its files. */
export function Board({ task }: { readonly task: string }) {
  const { facts } = useSession()
  const verdict = useVerdict(task)
  const { items, rows } = useTaskDraft(task)
  const notice = useTask(task)
  const unit = useProject(({ document }) => document.unit)
  const { total, done } = useStore(facts.store)
  const all = useMemo(() => (verdict ? allJudged(verdict) : []), [verdict])
  const groups = useMemo(() => groupFindings(all), [all])
  const whole = (verdict?.whole ?? []).filter(
    ({ finding }) => finding.subject.row === undefined && !told.has(finding.code),
  )
  const open = whole
    .flatMap(({ finding, waived }) => (waived === undefined ? [finding] : []))
    .toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity])
  const empty = items.length + rows.length === 0
  const lacking = unitOf(unit) === undefined
  const measuring = total > 0
  const ready = verdict !== undefined && verdict.errors === 0 && !empty && !lacking && !measuring
  const doubtful = [...groups, ...open].some(({ severity }) => severity === 'warning')
  const waivedFiles = waivedFindings(all).filter(({ finding }) => subjectOf(finding) !== undefined).length
  const blank = (['name', 'class', 'contact', 'phone'] as const).filter((key) => unit[key].trim() === '')

  const cards = (findings: typeof open) =>
    findings.map((finding) => (
      <FindingCard
        key={`${finding.rule} ${finding.code}`}
        task={task}
        shown={{ finding, mended: false }}
        spread={finding.severity === 'error'}
      />
    ))
  return (
    <div className="detail-board">
      <h2>{words.board}</h2>
      <Deadline task={notice} />
      {measuring && (
        <p className="detail-measuring tabular" role="status">
          {words.measuringSome(done, total)}
        </p>
      )}
      {!verdict && !measuring && <p role="status">{words.judging}</p>}
      {ready && (
        <div className="detail-ready" role="status">
          <CheckMark size={28} />
          <div>
            <strong>{words.ready}</strong>
            <p>{(doubtful ? words.readyBut : words.readyWith)(countsProse(verdict.counts))}</p>
          </div>
        </div>
      )}
      {lacking && (
        <article className="detail-card detail-card-error">
          <h3>{words.unitMissing(blank.map((key) => words.unitLabels[key]))}</h3>
          <p className="detail-advice">{words.unitWhy}</p>
          <div className="detail-acts">
            <Button onClick={() => openDialog('unit')}>{words.unitEdit}</Button>
          </div>
        </article>
      )}
      {empty && (
        <div className="detail-empty">
          <strong>{notice.kind === 'table' ? words.nothingRows : words.nothingYet}</strong>
          <p>{notice.kind === 'table' ? words.nothingRowsAdvice : words.nothingYetAdvice}</p>
        </div>
      )}
      {verdict?.quota && <QuotaBar quota={verdict.quota} />}
      {!empty && cards(open.filter(({ severity }) => severity === 'error'))}
      <GroupList task={task} groups={groups.filter(({ severity }) => severity === 'error')} />
      {/* Without them nothing is packed: they stand with what must be mended, before what is only to be looked at. */}
      {notice.declarations.length > 0 && <Declarations task={task} />}
      <GroupList task={task} groups={groups.filter(({ severity }) => severity !== 'error')} />
      {!empty && cards(open.filter(({ severity }) => severity !== 'error'))}
      {waivedFiles > 0 && <p className="detail-waived-count">{words.waivedFiles(waivedFiles)}</p>}
      <WaivedList task={task} waived={waivedFindings(whole)} />
    </div>
  )
}
