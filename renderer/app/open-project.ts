import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Host } from '../host/host.ts'
import { openSession, type Session } from '../state/session.ts'

export interface Engine {
  readonly host: Host
  readonly client: Client<Contract>
}

/** Opens a project with its notice. @throws Fault */
export async function openProject({ host, client }: Engine, id: string): Promise<Session> {
  return begin({ host, client }, await client['project.open']({ project: id }))
}

/** A new project for a notice. @throws Fault */
export async function createProject({ host, client }: Engine, notice: string): Promise<Session> {
  return begin({ host, client }, await client['project.create']({ notice }))
}

async function begin({ host, client }: Engine, document: ProjectDocument): Promise<Session> {
  const notice = await client['notice.load']({ id: document.notice.id })
  return openSession({ host, client, notice, document })
}

/** What the window begins with: the project changed last, or a new one for the latest notice. */
export async function openLatest(
  engine: Engine,
): Promise<{ session: Session; aside: readonly { readonly path: string }[] }> {
  const { projects, aside } = await engine.client['project.list']({})
  for (const { id } of projects) {
    try {
      return { session: await openProject(engine, id), aside }
    } catch (error) {
      // One that cannot be opened must not keep the clerk from the others; the list of projects says why.
      if (!(error instanceof Fault) || error.data.code === 'engine-gone') throw error
    }
  }
  const notices = await engine.client['notice.list']({})
  const latest = notices[0]
  if (!latest) throw new Fault({ code: 'notice-unknown', notice: '', known: [] })
  return { session: await createProject(engine, latest.id), aside }
}
