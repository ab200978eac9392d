import type { Task } from '../../../shared/notice/task.ts'
import { neededText, sizeText } from '../../../shared/wording/size-text.ts'

/**
 * The size of what is sent, which may stand beside a limit of the task: what is a little over 35 MB must not read 35.0 MB
 * where 35 MB are too much.
 */
export function packedSize({ packaging: { caps, large } }: Task, bytes: number): string {
  const limits = [...caps.map((cap) => cap.bytes), large?.bytes, large?.total]
  const passed = (limit = Infinity) => bytes > limit && sizeText(bytes) === sizeText(limit)
  return limits.some(passed) ? neededText(bytes) : sizeText(bytes)
}
