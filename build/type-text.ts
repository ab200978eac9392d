import { z } from 'zod'
import { Facts } from '../shared/facts.ts'
import { Finding } from '../shared/findings.ts'
import { Notice } from '../shared/notice/notice.ts'
import { Submission } from '../shared/project/submission.ts'

/** Schemas that documentation names instead of spelling out. */
const named = new Map<z.core.$ZodType, string>([
  [Notice, 'Notice'],
  [Submission, 'Submission'],
  [Facts, 'Facts'],
  [Finding, 'Finding'],
])

/** A schema as a reader of TypeScript would write its type, on one line. */
export function typeText(schema: z.core.$ZodType): string {
  const name = named.get(schema)
  if (name !== undefined) return name
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>).map(([key, value]) =>
      value instanceof z.ZodOptional ? `${key}?: ${typeText(value.unwrap())}` : `${key}: ${typeText(value)}`,
    )
    return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`
  }
  if (schema instanceof z.ZodArray) return `${bracketed(typeText(schema.element))}[]`
  if (schema instanceof z.ZodUnion) return schema.options.map(typeText).join(' | ')
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => JSON.stringify(option)).join(' | ')
  if (schema instanceof z.ZodLiteral)
    return [...schema.values].map((value) => JSON.stringify(value)).join(' | ')
  if (schema instanceof z.ZodOptional) return `${typeText(schema.unwrap())} | undefined`
  if (schema instanceof z.ZodRecord)
    return `Record<${typeText(schema.keyType)}, ${typeText(schema.valueType)}>`
  if (schema instanceof z.ZodNumber) return 'number'
  if (schema instanceof z.ZodNull) return 'null'
  if (schema instanceof z.ZodBoolean) return 'boolean'
  return schema instanceof z.ZodString ? 'string' : 'unknown'
}

const bracketed = (text: string): string => (text.includes(' | ') ? `(${text})` : text)
