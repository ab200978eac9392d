import type { Task } from '../notice/task.ts'

/** Base64 makes four letters of three bytes, and ends each line of 76 with two more. */
const encodedShare = (3 / 4) * (76 / 78)

interface DraftCap {
  /** In bytes before they are encoded. */
  readonly cap: number
  /** The pack's cap of mail programs, by its id; absent where it has none: then it is what is left of its first cap. */
  readonly via?: string
}

/**
 * What an attachment of a draft may be: drafts are opened by mail programs, which encode attachments, and a mail's limit is
 * about what comes of it.
 */
export function draftCap({ packaging: { caps } }: Task): DraftCap {
  const program = caps.find(({ base64 }) => base64)
  if (program) return { via: program.id, cap: program.bytes }
  return { cap: Math.floor((caps[0]?.bytes ?? 0) * encodedShare) }
}
