import { listOperations } from './contract/lists.ts'
import { noticeOperations } from './contract/notices.ts'
import { packageOperations } from './contract/packages.ts'
import { projectOperations } from './contract/projects.ts'
import { submissionOperations } from './contract/submissions.ts'

/** Everything the engine does for its hosts. Client, server, validation and docs/operations.md derive from it. */
export const contract = {
  ...noticeOperations,
  ...submissionOperations,
  ...listOperations,
  ...projectOperations,
  ...packageOperations,
}
export type Contract = typeof contract
