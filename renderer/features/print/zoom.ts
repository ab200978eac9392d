import { type RefObject, useLayoutEffect, useState } from 'react'
import { paper } from '../../../shared/paper/page-layout.ts'

/** How large sheets are shown: as wide as there is room, one whole sheet, or as large as they are. */
export type Zoom = 'width' | 'whole' | 'full'

/** CSS counts 96 pixels to the inch. */
const pixels = (millimetres: number): number => (millimetres / 25.4) * 96

/** Larger letters are no easier to read, and lines would run across a whole wide screen. */
const largest = 1.4
/** A window too small for anything still shows that there is a sheet. */
const smallest = 0.25

/** The factor at which a sheet of A4 has its place in a room, in pixels. */
export function zoomFactor(zoom: Zoom, room: { readonly width: number; readonly height: number }): number {
  const byWidth = room.width / pixels(paper.short)
  const wanted =
    zoom === 'full'
      ? 1
      : zoom === 'width'
        ? Math.min(byWidth, largest)
        : Math.min(byWidth, room.height / pixels(paper.long))
  // Rounded down, so that no scrollbar comes for a fraction of a pixel.
  return Math.max(smallest, Math.floor(wanted * 100) / 100)
}

/** The same for the inside of an element, followed when the window is drawn larger or smaller. */
export function useZoomFactor(zoom: Zoom, place: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const look = () => {
      const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element)
      setRoom({
        width: element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
        height: element.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom),
      })
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [place])
  return zoomFactor(zoom, room)
}
