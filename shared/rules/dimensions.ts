import { within } from '../notice/bound.ts'
import type { Item } from '../project/submission.ts'
import { type Check, type Context, finding, measurable } from './context.ts'

interface Sized {
  readonly item: Item
  readonly width: number
  readonly height: number
}

/** Width × height of each picture or video. */
export const checkPixels: Check<'pixels'> = (requirement, context) =>
  sized(context, requirement.media).flatMap(({ item, width, height }) => {
    const pixels = width * height
    if (within(requirement.bound, pixels)) return []
    const parameters = { expected: { bound: requirement.bound }, actual: { pixels, width, height } }
    return [finding(requirement, 'pixels-outside', { item: item.id }, parameters)]
  })

/** The long or short edge, the width or the height, as displayed. */
export const checkEdge: Check<'edge'> = (requirement, context) =>
  sized(context, requirement.media).flatMap(({ item, width, height }) => {
    const edges = { long: Math.max(width, height), short: Math.min(width, height), width, height }
    const length = edges[requirement.edge]
    if (within(requirement.bound, length)) return []
    const { edge, bound } = requirement
    return [
      finding(
        requirement,
        'edge-outside',
        { item: item.id },
        { expected: { edge, bound }, actual: { length, width, height } },
      ),
    ]
  })

/** Width to height is one of the ratios, within the tolerance. */
export const checkAspect: Check<'aspect'> = (requirement, context) =>
  sized(context, requirement.media).flatMap(({ item, width, height }) => {
    const near = ([across, down]: readonly [number, number]) =>
      Math.abs((width * down) / (height * across) - 1) <= requirement.tolerance
    if (requirement.ratios.some(near)) return []
    const parameters = { expected: { ratios: requirement.ratios }, actual: { width, height } }
    return [finding(requirement, 'aspect-wrong', { item: item.id }, parameters)]
  })

const sized = (context: Context, media: 'image' | 'video' | 'any'): Sized[] =>
  measurable(context, media).flatMap((item) => {
    const { width, height } = item.facts
    return width === undefined || height === undefined ? [] : [{ item, width, height }]
  })
