import { bytePower, scaled, within } from '../notice/bound.ts'
import type { RequirementOf } from '../notice/requirement.ts'
import { type Check, finding, measurable } from './context.ts'

/** The file's size under every reading of the unit: fine under all, the rule's severity under none, ambiguous between. */
export const checkBytes: Check<'bytes'> = (requirement, context) => {
  const { bound, unit, bases } = requirement
  return measurable(context, requirement.media).flatMap((item) => {
    const { bytes } = item.facts
    const kept = readings(requirement).filter((reading) => within(reading, bytes)).length
    if (kept === bases.length) return []
    const parameters = { expected: { bound, unit, bases }, actual: { bytes } }
    return kept === 0
      ? [finding(requirement, 'bytes-outside', { item: item.id }, parameters)]
      : [finding(requirement, 'bytes-ambiguous', { item: item.id }, parameters, requirement.ambiguous)]
  })
}

const readings = ({ bound, unit, bases }: RequirementOf<'bytes'>) =>
  bases.map((base) => scaled(bound, base ** bytePower[unit]))
