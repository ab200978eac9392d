import type { z } from 'zod'
import { crossReferences } from './cross-references.ts'
import { jsonFault } from '../text/json-fault.ts'
import { Notice } from './notice.ts'
import type { NoticeProblem } from './notice-problem.ts'

export type { NoticeProblem } from './notice-problem.ts'

export type LoadedNotice =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly problems: readonly NoticeProblem[] }

/** Reads a rule pack from parsed JSON. A pack with any problem is refused whole: no rule is ever skipped. */
export function loadNotice(value: unknown): LoadedNotice {
  const parsed = Notice.safeParse(value, { reportInput: true })
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(schemaProblems) }
  const problems = [...crossReferences(parsed.data)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, notice: parsed.data }
}

/** The same from a file's text, with the place where it stops being JSON. */
export function readNotice(text: string): LoadedNotice {
  const json = text.replace(/^\uFEFF/, '')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    const { line, column } = jsonFault(json) ?? { line: 1, column: 1 }
    return { ok: false, problems: [{ path: '', problem: 'not-json', detail: `${line}:${column}` }] }
  }
  return loadNotice(value)
}

function schemaProblems(issue: z.core.$ZodIssue): NoticeProblem[] {
  const path = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        problem: 'unknown-key',
        detail: key,
      }))
    case 'invalid_union': {
      // Discriminated unions report the whole object as input: the discriminator is what is missing or unknown.
      const key = String(issue.path.at(-1) ?? '')
      const value = property(issue.input, key)
      if (value === undefined) return [{ path, problem: 'missing', detail: key }]
      return [{ path, problem: key === 'kind' ? 'unknown-kind' : 'wrong-value', detail: show(value) }]
    }
    case 'custom':
      if (issue.message === 'range-upside-down')
        return [{ path, problem: 'upside-down', detail: show(issue.input) }]
      break
    case 'invalid_type':
    case 'invalid_value':
      if (issue.input === undefined)
        return [{ path, problem: 'missing', detail: String(issue.path.at(-1) ?? '') }]
  }
  return [{ path, problem: 'wrong-value', detail: `${show(issue.input)}: ${issue.message}` }]
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined

const show = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 80)
