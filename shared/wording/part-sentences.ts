import { z } from 'zod'
import { rangesText } from '../packing/part-contents.ts'
import type { VerifyProblem } from '../packing/verify-problem.ts'
import { momentText } from './measures.ts'

/** What is held against one part because of the others, or of its own name. Nothing but numbers and moments is quoted. */
export const partSentences = {
  'part-missing': ({ expected, actual }) =>
    `${missingText(expected, actual)}；请把各个包放在同一个文件夹里再核对`,
  'parts-differ': ({ expected, actual }) => {
    const [other, own] = [packedText(expected), packedText(actual)]
    const apart = other !== undefined && own !== undefined && other !== own
    return apart
      ? `这个包是${own}打的，一起核对的其他包是${other}打的，不是同一次报送的；请只留下同一次打的各个包`
      : '与放在一起的其他包不是同一次报送的，请只留下同一次打的各个包'
  },
  'part-name-differs': ({ expected, actual }) =>
    `文件名与里面的内容对不上：名称上写着${partText(actual)}，里面是${partText(expected)}；名称可能被改过，请按里面的改回来`,
} satisfies { readonly [C in VerifyProblem['code']]?: (problem: VerifyProblem) => string }

const PartNumber = z.object({ index: z.number(), of: z.number() })

/** 第2包，共4包; of a whole package that it is one. */
function partText(value: unknown): string {
  const part = PartNumber.safeParse(value).data
  if (!part) return '别的包'
  return part.of === 1 ? '不分包的整包' : `第${part.index}包，共${part.of}包`
}

const packedText = (value: unknown): string | undefined => {
  const moment = z.iso.datetime({ offset: true }).safeParse(value).data
  return moment === undefined ? undefined : momentText(moment)
}

const PartsThere = z.object({ of: z.number().max(10_000), there: z.array(z.number()) })
const mostRuns = 10

/** 共4包，缺少第2、4包; of very many only the first. */
function missingText(of: unknown, there: unknown): string {
  const known = PartsThere.safeParse({ of, there }).data
  if (!known) return '没有收齐各个包'
  const present = new Set(known.there)
  const missing = Array.from({ length: known.of }, (_, at) => at + 1).filter((one) => !present.has(one))
  const runs = rangesText(missing).split('、')
  const end = runs.length > mostRuns ? `等${missing.length}包` : '包'
  return `共${known.of}包，缺少第${runs.slice(0, mostRuns).join('、')}${end}`
}
