import { z } from 'zod'
import { ProjectDocument } from './document.ts'

export type ReadProject =
  | { readonly ok: true; readonly document: ProjectDocument }
  /** `damaged`: not a project of any format we know. `too-new`: written by a later version of the program. */
  | { readonly ok: false; readonly problem: 'damaged' | 'too-new' }

const newest = ProjectDocument.shape.format.value

/** What turns a document of a format into one of the next; format 1 is the first. */
const migrations: Readonly<
  Record<number, (document: Readonly<Record<string, unknown>>) => Record<string, unknown>>
> = {}

const AnyFormat = z.looseObject({ format: z.number().int().positive() })

/** Reads a project file of this or an earlier format. */
export function readProject(text: string): ReadProject {
  const parsed = AnyFormat.safeParse(parseJson(text))
  if (!parsed.success) return { ok: false, problem: 'damaged' }
  let document: Record<string, unknown> & { format: number } = parsed.data
  if (document.format > newest) return { ok: false, problem: 'too-new' }
  while (document.format < newest) {
    const migrate = migrations[document.format]
    if (!migrate) return { ok: false, problem: 'damaged' }
    document = { ...migrate(document), format: document.format + 1 }
  }
  const read = ProjectDocument.safeParse(document)
  return read.success ? { ok: true, document: read.data } : { ok: false, problem: 'damaged' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
