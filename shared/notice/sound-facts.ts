import type { Facts } from '../facts.ts'
import { type Bound, bytePower, scaled, within } from './bound.ts'
import { requirementsOf } from './choose.ts'
import type { Requirement } from './requirement.ts'
import type { Task } from './task.ts'

type Kind = 'image' | 'video'
type Size = readonly [width: number, height: number]
type MediaRequirement = Extract<Requirement, { media: unknown }>

/** What a file that keeps all of the task's requirements on its kind would measure: the ground that a case's facts are laid on. */
export function soundFacts(task: Task, kind: Kind): Facts {
  const [width, height] = soundSize(task, kind)
  const shared = {
    kind,
    condition: { state: 'whole' },
    bytes: soundBytes(task, kind),
    modified: '2023-08-01T00:00:00.000Z',
    width,
    height,
    takenAt: `${captureDay(task)}T09:30:00`,
  } as const
  const format = applying(requirementsOf(task, 'format'), kind)[0]?.formats[0]
  if (kind === 'image') return { ...shared, format: format ?? 'jpeg', sharpness: 200 }
  return {
    ...shared,
    format: format ?? 'mp4',
    duration: keeping(
      150,
      applying(requirementsOf(task, 'duration'), kind).map(({ bound }) => bound),
    ),
    videoCodec: applying(requirementsOf(task, 'codec'), kind)[0]?.codecs[0] ?? 'h264',
    audioCodec: 'aac',
    frameRate: 25,
  }
}

/** First day that the task's capture window admits. */
export function captureDay(task: Task): string {
  const from = requirementsOf(task, 'capture-window')[0]?.from ?? '2023'
  return `${from}-01-01`.slice(0, 10)
}

/** The usual value if it keeps all bounds, else one that the bounds themselves suggest. */
export function keeping(usual: number, bounds: readonly Bound[]): number {
  const candidates = [usual, ...bounds.map(inside), ...bounds.flatMap(ends)]
  return candidates.find((value) => bounds.every((bound) => within(bound, value))) ?? usual
}

function soundBytes(task: Task, kind: Kind): number {
  const requirements = applying(requirementsOf(task, 'bytes'), kind)
  const readings = requirements.flatMap(({ bound, bases, unit }) =>
    bases.map((base) => scaled(bound, base ** bytePower[unit])),
  )
  return keeping(kind === 'image' ? 5_242_880 : 62_914_560, readings)
}

function soundSize(task: Task, kind: Kind): Size {
  const pixels = applying(requirementsOf(task, 'pixels'), kind)
  const edges = applying(requirementsOf(task, 'edge'), kind)
  const [across, down] =
    applying(requirementsOf(task, 'aspect'), kind)[0]?.ratios[0] ?? (kind === 'image' ? [4, 3] : [16, 9])
  const usual = kind === 'image' ? 3000 : 1080
  const sizes = [usual, 720, 1080, 1440, 2160, 3000, 4320, 480].map((height): Size => [
    Math.round((height * across) / down),
    height,
  ])
  const sound = sizes.find(
    ([width, height]) =>
      pixels.every(({ bound }) => within(bound, width * height)) &&
      edges.every(({ edge, bound }) =>
        within(bound, { long: Math.max(width, height), short: Math.min(width, height), width, height }[edge]),
      ),
  )
  return sound ?? [Math.round((usual * across) / down), usual]
}

const applying = <R extends MediaRequirement>(requirements: readonly R[], kind: Kind): R[] =>
  requirements.filter(({ media }) => media === kind || media === 'any')

/** A value well inside the bound. */
function inside(bound: Bound): number {
  if (bound.operator === 'range') return Math.round((bound.min + bound.max) / 2)
  if (bound.operator === '=') return bound.value
  return Math.round(bound.value * (bound.operator === '>' || bound.operator === '>=' ? 1.5 : 0.5))
}

const ends = (bound: Bound): number[] => (bound.operator === 'range' ? [bound.min, bound.max] : [bound.value])
