import { afterEach, describe, expect, it } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { createJobs } from './jobs.ts'
import { leaveListDialogs, listDialog } from './list-dialog.ts'
import { readChosen } from './list-reading.ts'
import { projectOf } from './project.fixture.ts'
import type { Session } from './session.ts'

const read = { files: [], ignored: { count: 0, names: [] }, troubles: [] }

/** As much of a session as reading needs. */
function sessionWith(claims: readonly string[], answer: () => Promise<typeof read>) {
  const asked: unknown[] = []
  const jobs = createJobs()
  const session = {
    jobs,
    notice: { id: 'liaoning-2023' },
    project: { store: { getState: () => ({ document: projectOf([]) }) } },
    host: { choose: async () => claims },
    client: {
      'list.read': (input: unknown) => {
        asked.push(input)
        return answer()
      },
    },
  } as unknown as Session
  return { session, jobs, asked }
}

afterEach(leaveListDialogs)

describe('tables that are handed in', () => {
  it('are shown before anything is taken, for the project that was open', async () => {
    const { session, asked } = sessionWith(['c'], async () => read)
    await readChosen(session, 'activities', 'files')
    expect(asked).toEqual([{ notice: 'liaoning-2023', task: 'activities', claims: ['c'] }])
    expect(listDialog.getState().waiting).toEqual({ at: 'import', task: 'activities', project: 'p', read })
  })

  it('show nothing when the clerk thinks better of it', async () => {
    const { session, asked } = sessionWith([], async () => read)
    await readChosen(session, 'activities', 'folders')
    expect(asked).toEqual([])
    expect(listDialog.getState().waiting).toBeUndefined()
  })

  it('leave a failure to whoever shows the job', async () => {
    const { session, jobs } = sessionWith(['c'], () =>
      Promise.reject(new Fault({ code: 'no-files', paths: [], ignored: 1 })),
    )
    await readChosen(session, 'activities', 'files')
    expect(jobs.store.getState().failure?.fault.code).toBe('no-files')
    expect(listDialog.getState().waiting).toBeUndefined()
  })

  it('are not shown any more when the project was left meanwhile, and nobody is told', async () => {
    let answer = () => undefined as void
    const { session, jobs } = sessionWith(
      ['c'],
      () => new Promise((resolve) => (answer = () => resolve(read))),
    )
    const reading = readChosen(session, 'activities', 'files')
    await new Promise((resolve) => setTimeout(resolve, 1))
    jobs.close()
    answer()
    await reading
    expect(listDialog.getState().waiting).toBeUndefined()
    expect(jobs.store.getState()).toEqual({ running: [], failure: undefined })
  })
})
