import { fallsShort, within } from '../notice/bound.ts'
import { unitClassOf } from '../notice/choose.ts'
import { distinctItems } from '../project/belonging.ts'
import { type Check, finding, itemsOf } from './context.ts'

/** How many pictures, videos and rows the unit's class owes, counted together. */
export const checkQuota: Check<'quota'> = (requirement, context) => {
  const { unit } = context.submission
  // Without a unit there is no class to judge by; the host asks for the unit.
  if (!unit) return []
  const unitClass = unitClassOf(context.notice, unit.class)
  if (!unitClass) {
    const classes = context.notice.unitClasses.map(({ label }) => label)
    return [
      finding(
        requirement,
        'quota-unknown-class',
        {},
        { expected: { classes }, actual: { unitClass: unit.class } },
      ),
    ]
  }
  const quota = requirement.quotas.find((one) => one.unitClass === unitClass.id)
  if (!quota) return []
  const actual = count(requirement.counts, context)
  if (within(quota.bound, actual.count)) return []
  const expected = { bound: quota.bound, unitClass: unitClass.id, label: unitClass.label }
  const code = fallsShort(quota.bound, actual.count) ? 'quota-short' : 'quota-exceeded'
  return [finding(requirement, code, {}, { expected, actual })]
}

/** Figures by kind, and the sum of the kinds that count; the same file twice is one. */
function count(kinds: readonly ('image' | 'video' | 'row')[], context: Parameters<typeof itemsOf>[0]) {
  const images = distinctItems(itemsOf(context, 'image')).length
  const videos = distinctItems(itemsOf(context, 'video')).length
  const rows = context.submission.rows.length
  const by = { image: images, video: videos, row: rows }
  return { count: kinds.reduce((sum, kind) => sum + by[kind], 0), images, videos, rows }
}
