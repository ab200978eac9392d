import { readFile } from 'node:fs/promises'
import { Fault } from '../shared/faults.ts'
import { unitClassOf } from '../shared/notice/choose.ts'
import type { Notice } from '../shared/notice/notice.ts'
import { Unit } from '../shared/project/unit.ts'

/**
 * The unit's particulars from a JSON file.
 *
 * @throws Fault `not-found`, `not-readable`, `unit-unparsable`, `unit-invalid`, `unit-class-unknown`
 */
export async function readUnit(path: string, notice: Notice): Promise<Unit> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Fault(
      error.code === 'ENOENT'
        ? { code: 'not-found', path }
        : { code: 'not-readable', path, reason: error.code ?? 'unknown' },
      { cause: error },
    )
  })
  const parsed = Unit.safeParse(parseJson(text, path), { reportInput: true })
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      problem: issue.input === undefined ? 'missing' : issue.code === 'too_small' ? 'empty' : 'wrong-type',
    }))
    throw new Fault({ code: 'unit-invalid', path, problems })
  }
  if (!unitClassOf(notice, parsed.data.class)) {
    const known = notice.unitClasses.map(({ id, label }) => `${id}（${label}）`)
    throw new Fault({ code: 'unit-class-unknown', unitClass: parsed.data.class, known })
  }
  return parsed.data
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Fault(
      { code: 'unit-unparsable', path, detail: error instanceof Error ? error.message : '' },
      { cause: error },
    )
  }
}
