import { useLayoutEffect, useRef, useState } from 'react'
import { paper } from '../../../shared/paper/page-layout.ts'
import { pageRule, type Sheets, showSheets } from './lay-sheets.ts'

interface Props {
  readonly sheets: Sheets
  /** How large they are shown; in print as large as they are. */
  readonly factor: number
}

/** Sheets on the desk. While they lie there, printing the window prints them and nothing else. */
export function PaperView({ sheets, factor }: Props) {
  const place = useRef<HTMLDivElement>(null)
  // A sheet that took more than was estimated is longer than its paper.
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    if (!place.current) return
    showSheets(place.current, sheets)
    setHeight(sheets.element.offsetHeight)
  }, [sheets])
  // Scaled and not zoomed: zooming lays the text anew, and lines would break elsewhere than in print.
  return (
    <>
      <style>{pageRule}</style>
      <div
        className="print-room"
        style={{ width: `calc(${paper.short}mm * ${factor})`, height: height * factor }}
      >
        <div className="print-paper" ref={place} style={{ transform: `scale(${factor})` }} />
      </div>
    </>
  )
}
