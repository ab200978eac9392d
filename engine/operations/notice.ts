import type { Contract } from '../../shared/contract.ts'
import { runCases } from '../../shared/notice/run-cases.ts'
import type { Engine } from '../../shared/operation.ts'
import { check } from '../../shared/rules/check.ts'
import type { Claims } from '../sources/claims.ts'
import type { Notices } from '../store/notices.ts'

type NoticeOperations = Pick<Engine<Contract>, 'notice.list' | 'notice.load' | 'notice.validate'>

/** What the engine does with rule packs. */
export function noticeOperations({
  notices,
  claims,
}: {
  notices: Notices
  claims: Claims
}): NoticeOperations {
  return {
    'notice.list': async () =>
      (await notices.list()).map(({ id, version, title, documentNumber, tasks }) => ({
        id,
        version,
        title,
        documentNumber,
        tasks: tasks.map((task) => ({ id: task.id, kind: task.kind, annex: task.annex, title: task.title })),
      })),
    'notice.load': async (wanted) =>
      'id' in wanted ? notices.get(wanted.id) : notices.load(claims.get(wanted.claim).path),
    async 'notice.validate'({ claim }) {
      const loaded = await notices.read(claims.get(claim).path)
      if (!loaded.ok) return { ok: false, problems: [...loaded.problems], cases: [] }
      const cases = runCases(loaded.notice, check).map(({ title, expected, actual, ok }) => ({
        title,
        expected: expected.map(codeAndSeverity),
        actual: actual.map(codeAndSeverity),
        ok,
      }))
      return { ok: cases.every(({ ok }) => ok), id: loaded.notice.id, problems: [], cases }
    },
  }
}

const codeAndSeverity = ({
  code,
  severity,
}: {
  readonly code: string
  readonly severity?: string | undefined
}): string => (severity === undefined ? code : `${code} ${severity}`)
