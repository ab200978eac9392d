import { Spin } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { newestFirst } from '../../../shared/project/document.ts'
import { type PaperKind, paperNames } from '../../../shared/paper/paper.ts'
import { useOutdated, useProject, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { PackageBanners } from '../package/package-banners.tsx'
import { isUsable, packageStanding } from '../package/package-standing.ts'
import { usePackageStates } from '../package/use-package-states.ts'
import { laySheets } from './lay-sheets.ts'
import { PaperFailure } from './paper-failure.tsx'
import { PaperView } from './paper-view.tsx'
import { PrintAdvice } from './print-advice.tsx'
import { PrintHead } from './print-head.tsx'
import { usePaper } from './use-paper.ts'
import { usePrinting } from './use-printing.ts'
import { useZoomFactor, type Zoom } from './zoom.ts'
import { words } from './wording.ts'
import './print.css'

interface Props {
  readonly task: string
  readonly record: string
  readonly paper: PaperKind
}

/** A paper of a package as it will come out of the printer. */
export function PrintPage({ task: id, record: recordId, paper: kind }: Props) {
  const task = useTask(id)
  const packages = newestFirst(useTaskDraft(id))
  const record = packages.find((one) => one.id === recordId)
  const { states, fault: unseen, again: lookAgain } = usePackageStates(id)
  const outdated = useOutdated(id)
  const [reading, readAgain] = usePaper({ task: id, package: recordId, paper: kind })
  const sheets = useMemo(() => (reading.at === 'read' ? laySheets(reading.paper) : undefined), [reading])
  const { print, running } = usePrinting(recordId, kind, sheets !== undefined)
  const [zoom, setZoom] = useState<Zoom>('width')
  const desk = useRef<HTMLDivElement>(null)
  const factor = useZoomFactor(zoom, desk)
  const name = paperNames[kind]
  const state = record && states?.get(record.id)
  const newest = packages[0]
  const usable = record === newest && !outdated && isUsable(packageStanding(state, unseen))

  const nowUnit = useProject(({ document }) => document.unit.name)
  const unit = reading.at === 'read' ? reading.paper.properties.author : nowUnit
  useEffect(() => {
    document.title = words.documentTitle(name, unit, task.title)
  }, [name, unit, task])

  return (
    <main className="print-page">
      <PrintHead
        task={task}
        record={record}
        recordId={recordId}
        paper={kind}
        sheets={sheets?.count}
        zoom={zoom}
        onZoom={setZoom}
        onPrint={print}
        running={running}
        accent={usable}
      />
      {record && reading.at === 'read' && (
        <div className="print-notes">
          <PrintAdvice task={task} record={record} state={state} paper={kind} />
          <PackageBanners
            task={task}
            record={record}
            newest={newest ?? record}
            state={state}
            fault={unseen}
            outdated={outdated}
            onLook={lookAgain}
            pageOf={(one) => ({ at: 'print', task: id, package: one.id, paper: kind })}
          />
        </div>
      )}
      <div
        className="print-desk"
        ref={desk}
        role="region"
        aria-label={words.preview(name)}
        aria-busy={reading.at === 'reading'}
        tabIndex={0}
      >
        {reading.at === 'reading' && <Spin delay={300} description={words.reading} />}
        {reading.at === 'failed' && (
          <PaperFailure task={id} record={recordId} fault={reading.fault} onAgain={readAgain} />
        )}
        {sheets && <PaperView sheets={sheets} factor={factor} />}
      </div>
    </main>
  )
}
