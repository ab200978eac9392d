import { z } from 'zod'

/**
 * A limit as a notice words it: 大于 is `>`, 不小于/不少于 `>=`, 小于 `<`, 不超过/以内 `<=`, 恰好 `=`;
 * a range includes both its ends.
 */
export const Bound = z.discriminatedUnion('operator', [
  z.strictObject({ operator: z.enum(['>', '>=', '<', '<=', '=']), value: z.number().nonnegative() }),
  z
    .strictObject({
      operator: z.literal('range'),
      min: z.number().nonnegative(),
      max: z.number().nonnegative(),
    })
    .refine((range) => range.min <= range.max, { error: 'range-upside-down' }),
])
export type Bound = z.infer<typeof Bound>

/** Whether a measured value keeps the bound, both in the bound's own unit. */
export function within(bound: Bound, value: number): boolean {
  switch (bound.operator) {
    case '>':
      return value > bound.value
    case '>=':
      return value >= bound.value
    case '<':
      return value < bound.value
    case '<=':
      return value <= bound.value
    case '=':
      return value === bound.value
    case 'range':
      return value >= bound.min && value <= bound.max
  }
}

/** The same bound in another unit: every figure multiplied by `factor`. */
export function scaled(bound: Bound, factor: number): Bound {
  return bound.operator === 'range'
    ? { ...bound, min: bound.min * factor, max: bound.max * factor }
    : { ...bound, value: bound.value * factor }
}

/** Whether the value is short of what the bound asks (true) or beyond it (false); only meaningful outside the bound. */
export function fallsShort(bound: Bound, value: number): boolean {
  if (bound.operator === 'range') return value < bound.min
  if (bound.operator === '=') return value < bound.value
  return bound.operator === '>' || bound.operator === '>='
}

/** Powers of the base, 1000 or 1024, that the units of size stand for. */
export const bytePower = { B: 0, K: 1, M: 2, G: 3 } as const
