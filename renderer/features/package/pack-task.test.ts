import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Contract } from '../../../shared/contract.ts'
import type { Facts } from '../../../shared/facts.ts'
import { Fault } from '../../../shared/faults.ts'
import type { Client } from '../../../shared/operation.ts'
import { blankUnit, type PackageRecord, type ProjectDocument } from '../../../shared/project/document.ts'
import { createJobs } from '../../state/jobs.ts'
import { page } from '../../state/page.ts'
import { createProjectMirror } from '../../state/project-mirror.ts'
import type { Session } from '../../state/session.ts'
import { draftItem, measured } from '../../state/project.fixture.ts'
import { packTask } from './pack-task.ts'

const record: PackageRecord = {
  id: 'r1',
  version: 1,
  packedAt: '2023-08-25T02:00:00.000Z',
  result: { planned: 1, packed: 1, packages: [], documents: [], mails: [], waived: [], out: '/out' },
  sent: {},
}
const blank: ProjectDocument = {
  format: 1,
  id: 'p',
  notice: { id: 'n', version: '1.0.0' },
  revision: 1,
  createdAt: '2023-08-25T00:00:00.000Z',
  changedAt: '2023-08-25T00:00:00.000Z',
  unit: blankUnit,
  tasks: {},
}
const packed: ProjectDocument = {
  ...blank,
  revision: 2,
  tasks: { media: { items: [], rows: [], declared: [], waivers: [], packages: [record] } },
}

function desk(
  build: Client<Contract>['project.build'],
  onDisk: () => ProjectDocument,
  { document = blank, facts = new Map<string, Facts>() } = {},
) {
  const client = {
    'project.build': build,
    'project.open': async () => onDisk(),
  } as unknown as Client<Contract>
  const session = {
    client,
    jobs: createJobs(),
    project: createProjectMirror(client, document),
    facts: { store: createStore(() => ({ facts })) },
  } as unknown as Session
  page.setState({ page: { at: 'task', task: 'media' } })
  return session
}
/** A build that goes on until it is cancelled. */
const endless: Client<Contract>['project.build'] = (_, options) =>
  new Promise((_resolve, reject) =>
    options?.signal?.addEventListener('abort', () => reject(new Fault({ code: 'cancelled' }))),
  )
const cancelSoon = (session: Session) =>
  setTimeout(() => session.jobs.store.getState().running.forEach(({ cancel }) => cancel()), 5)

describe('packing a task', () => {
  it('goes on to sending what was packed', async () => {
    const session = desk(
      async () => ({ document: packed, record }),
      () => packed,
    )
    await packTask(session, 'media', 'claim')
    expect(page.getState().page).toEqual({ at: 'send', task: 'media', package: 'r1' })
    expect(session.project.store.getState().document.tasks['media']?.packages).toHaveLength(1)
  })

  it('sends what was judged of the files; of one that could not be read nothing is known', async () => {
    const ids = ['read', 'unreadable', 'not measured yet']
    const items = ids.map((id) => draftItem(id))
    const document: ProjectDocument = {
      ...blank,
      tasks: { media: { items, rows: [], declared: [], waivers: [], packages: [] } },
    }
    const { sha256: _, ...unread } = measured(2)
    const facts = new Map<string, Facts>([
      ['read', measured(1)],
      ['unreadable', unread],
      ['of another task', measured(3)],
    ])
    const orders: unknown[] = []
    const session = desk(
      async (order) => {
        orders.push(order)
        return { document: packed, record }
      },
      () => packed,
      { document, facts },
    )
    await packTask(session, 'media', 'claim')
    const seen = [{ file: 'read', sha256: measured(1).sha256 }]
    expect(orders).toEqual([{ project: 'p', task: 'media', out: 'claim', seen }])
  })

  it('stays where it is when it is cancelled, and the jobs say so', async () => {
    const session = desk(endless, () => blank)
    cancelSoon(session)
    await packTask(session, 'media', 'claim')
    expect(session.jobs.store.getState().failure?.fault).toEqual({ code: 'cancelled' })
    expect(page.getState().page).toEqual({ at: 'task', task: 'media' })
  })

  it('shows the package that was finished a moment before it was cancelled', async () => {
    const session = desk(endless, () => packed)
    cancelSoon(session)
    await packTask(session, 'media', 'claim')
    expect(session.jobs.store.getState().failure).toBeUndefined()
    expect(page.getState().page).toEqual({ at: 'send', task: 'media', package: 'r1' })
  })

  it('leaves a fault for the dialog to tell', async () => {
    const fault = { code: 'disk-full', path: 'D:\\' } as const
    const session = desk(
      () => Promise.reject(new Fault(fault)),
      () => blank,
    )
    await packTask(session, 'media', 'claim')
    expect(session.jobs.store.getState().failure).toEqual({ kind: 'pack', task: 'media', fault })
  })
})
