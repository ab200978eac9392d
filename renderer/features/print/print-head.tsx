import { Button, Segmented } from 'antd'
import { useEffect, useRef } from 'react'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { type PaperKind, paperNames } from '../../../shared/paper/paper.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { useSession } from '../../app/session-context.tsx'
import { goTo } from '../../state/page.ts'
import { DoneChip } from '../../ui/done-chip.tsx'
import { momentText, words as packing } from '../package/send-words.ts'
import { BackIcon, PrinterIcon } from './icons.tsx'
import { usePrinted } from './printed.ts'
import type { Zoom } from './zoom.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: Task
  readonly record: PackageRecord | undefined
  readonly recordId: string
  readonly paper: PaperKind
  /** Undefined while there is nothing to print. */
  readonly sheets: number | undefined
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly onPrint: () => void
  readonly running: boolean
  /** Printing is what should be done now. */
  readonly accent: boolean
}

/** Which paper of which package, how large it is shown, and the button that prints it. */
export function PrintHead(props: Props) {
  const { task, record, recordId, paper, sheets, zoom, onZoom, onPrint, running, accent } = props
  const { notice } = useSession()
  const printed = usePrinted(recordId, paper)
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever came here by a button that is gone goes on from the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [recordId])
  const facts = [
    record && packing.packageOf(record.version),
    record && momentText(wallClock(new Date(record.packedAt), notice.utcOffset)),
    sheets !== undefined && words.sheets(sheets),
  ].filter((fact) => fact !== undefined && fact !== false)
  const kinds = [
    { value: 'checklist' as const, label: paperNames.checklist },
    {
      value: 'statement' as const,
      label:
        task.statement?.standing === 'mandated' ? paperNames.statement : words.optional(paperNames.statement),
    },
  ]
  return (
    <header className="print-head">
      <Button
        icon={<BackIcon />}
        onClick={() => goTo({ at: 'send', task: task.id, package: recordId })}
        className="print-back"
      >
        {words.back}
      </Button>
      <div className="print-title">
        <h1 ref={heading} tabIndex={-1}>
          {paperNames[paper]}
          {printed && <DoneChip text={words.printed[printed]} />}
        </h1>
        <p className="tabular">{facts.join(' · ')}</p>
      </div>
      <div className="print-choices">
        {task.statement && (
          <Segmented<PaperKind>
            options={kinds}
            value={paper}
            onChange={(next) => goTo({ at: 'print', task: task.id, package: recordId, paper: next })}
            aria-label={words.which}
          />
        )}
        <Segmented<Zoom>
          options={zooms.map((value) => ({ value, label: words.zooms[value] }))}
          value={zoom}
          onChange={onZoom}
          disabled={sheets === undefined}
          aria-label={words.zoom}
        />
      </div>
      <Button
        {...(accent && { type: 'primary' as const })}
        size="large"
        icon={<PrinterIcon />}
        disabled={sheets === undefined}
        loading={running}
        onClick={onPrint}
        title={words.printKey}
        aria-keyshortcuts="Control+P"
      >
        {words.print}
      </Button>
      <span className="only-for-readers" role="status">
        {printed && `${paperNames[paper]}${words.printed[printed]}`}
      </span>
    </header>
  )
}

const zooms = ['width', 'whole', 'full'] as const
