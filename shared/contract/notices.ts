import { z } from 'zod'
import { Notice } from '../notice/notice.ts'
import { operation } from '../operation.ts'
import { ClaimId, NoticeId } from './ids.ts'

const NoticeSummary = z.object({
  id: NoticeId,
  version: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  tasks: z.array(z.object({ id: z.string(), kind: z.string(), annex: z.string(), title: z.string() })),
})
const CaseResult = z.object({
  title: z.string(),
  expected: z.array(z.string()),
  actual: z.array(z.string()),
  ok: z.boolean(),
})

/** Rule packs: listed, read, validated. */
export const noticeOperations = {
  'notice.list': operation({
    summary: '列出随程序附带的通知规则包。Rule packs that ship with the program.',
    input: z.object({}),
    output: z.array(NoticeSummary),
  }),
  'notice.load': operation({
    summary: '读取一份通知：按编号，或用户指定的规则包文件。A whole notice, by id or from a pack file.',
    input: z.union([z.object({ id: NoticeId }), z.object({ claim: ClaimId })]),
    output: Notice,
  }),
  'notice.validate': operation({
    summary: '检验规则包文件并运行其中的用例。Validates a pack file and runs its own cases.',
    input: z.object({ claim: ClaimId }),
    output: z.object({
      ok: z.boolean(),
      id: z.string().optional(),
      problems: z.array(z.object({ path: z.string(), problem: z.string(), detail: z.string() })),
      cases: z.array(CaseResult),
    }),
  }),
}
