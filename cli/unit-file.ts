import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { Fault } from '../shared/faults.ts'
import { unitClassOf } from '../shared/notice/choose.ts'
import type { Notice } from '../shared/notice/notice.ts'
import { Unit } from '../shared/project/unit.ts'
import { jsonFault } from '../shared/text/json-fault.ts'

/**
 * The unit's particulars from a JSON file.
 *
 * @throws Fault `not-found`, `not-readable`, `unit-unparsable`, `unit-invalid`, `unit-class-unknown`
 */
export async function readUnit(path: string, notice: Notice): Promise<Unit> {
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Fault(
      error.code === 'ENOENT'
        ? { code: 'not-found', path }
        : { code: 'not-readable', path, reason: error.code ?? 'unknown' },
      { cause: error },
    )
  })
  const parsed = Unit.safeParse(parseJson(utf8(content, path), path), { reportInput: true })
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      problem: problemOf(issue),
    }))
    throw new Fault({ code: 'unit-invalid', path, problems })
  }
  if (!unitClassOf(notice, parsed.data.class)) {
    const known = notice.unitClasses.map(({ id, label }) => `${id}（${label}）`)
    throw new Fault({ code: 'unit-class-unknown', unitClass: parsed.data.class, known })
  }
  return parsed.data
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'missing'
  return { too_small: 'empty', too_big: 'too-long' }[issue.code as string] ?? 'wrong-type'
}

/** Notepad's “ANSI” is GBK: read as UTF-8 the unit's name would go out as rubbish. */
function utf8(content: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (error) {
    throw new Fault({ code: 'unit-unparsable', path, detail: '不是UTF-8编码' }, { cause: error })
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Fault({ code: 'unit-unparsable', path, detail: '', ...jsonFault(text) }, { cause: error })
  }
}
