import type { Task } from '../notice/task.ts'

type Cap = Task['packaging']['caps'][number]

/** Which programs that send mails can carry a file of that size, and which cannot. */
export interface CapStanding {
  readonly exceeded: readonly Cap[]
  readonly kept: readonly Cap[]
}

export function capsFor({ packaging: { caps } }: Task, bytes: number): CapStanding {
  return {
    exceeded: caps.filter((cap) => bytes > cap.bytes),
    kept: caps.filter((cap) => bytes <= cap.bytes),
  }
}
