import { z } from 'zod'

const Side = z.number().int().min(-100_000).max(100_000)
/** Where the window was when it closed. */
export const WindowState = z.object({
  x: Side,
  y: Side,
  width: Side.positive(),
  height: Side.positive(),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** How to open the window. Without a place it is centred. */
export interface Placement {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly minWidth: number
  readonly minHeight: number
  readonly maximised: boolean
}

const least = { width: 1100, height: 680 }
const usual = { width: 1360, height: 860 }
/** As much of a window as a hand can still catch. */
const graspable = { width: 160, height: 80 }

/**
 * Where to open the window so that all of it lies on a display that is connected now: on the one that holds most of it,
 * centred on the first when none holds enough. A display smaller than our least size (1366×768 at 150 %) lowers that.
 *
 * @param areas what the displays leave for windows, the primary one first
 */
export function placeWindow(state: WindowState | undefined, areas: readonly Rectangle[]): Placement {
  const primary = areas[0] ?? { x: 0, y: 0, ...usual }
  const home = state && areas.toSorted((a, b) => shared(b, state) - shared(a, state))[0]
  const caught = home && state && catches(home, state)
  const area = caught ? home : primary
  const minWidth = Math.min(least.width, area.width)
  const minHeight = Math.min(least.height, area.height)
  const width = clamp(state?.width ?? usual.width, minWidth, area.width)
  const height = clamp(state?.height ?? usual.height, minHeight, area.height)
  const size = { width, height, minWidth, minHeight, maximised: state?.maximised ?? false }
  if (!caught) return size
  return {
    ...size,
    x: clamp(state.x, area.x, area.x + area.width - width),
    y: clamp(state.y, area.y, area.y + area.height - height),
  }
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))

const overlap = (a: Rectangle, b: Rectangle) => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
})
const shared = (a: Rectangle, b: Rectangle): number => {
  const { width, height } = overlap(a, b)
  return Math.max(0, width) * Math.max(0, height)
}
const catches = (area: Rectangle, window: Rectangle): boolean => {
  const { width, height } = overlap(area, window)
  return width >= graspable.width && height >= graspable.height
}
