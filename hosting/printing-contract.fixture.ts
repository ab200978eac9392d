import { z } from 'zod'
import { operation } from '../shared/operation.ts'

/** One operation, which has a page printed by the host. */
export const printingContract = {
  'paper.print': operation({
    summary: 'Has a page printed.',
    input: z.object({ page: z.string(), pdf: z.string() }),
    output: z.object({ how: z.enum(['printed', 'cannot']) }),
  }),
}
