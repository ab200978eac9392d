import type { Contract } from '../../shared/contract.ts'
import { Fault, type FaultData } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'
import type { Host } from '../host/host.ts'
import { openSession, type Session } from '../state/session.ts'

export interface Engine {
  readonly host: Host
  readonly client: Client<Contract>
}
/** Projects that are there and cannot be opened: damaged and put aside, or for another reason. */
export interface Unopened {
  readonly aside: readonly { readonly path: string }[]
  readonly unopenable: readonly { readonly fault: FaultData }[]
}

/** Where this window remembers its project, as long as it is not closed. */
const openHere = 'kepuri-project'

/** Opens a project with its notice. @throws Fault */
export async function openProject({ host, client }: Engine, id: string): Promise<Session> {
  const document = await client['project.open']({ project: id })
  sessionStorage.setItem(openHere, id)
  const notice = await client['notice.load']({ id: document.notice.id })
  return openSession({ host, client, notice, document })
}

/** Begins a project for a notice, and gives its id. @throws Fault */
export const createProject = async ({ client }: Engine, notice: string): Promise<string> =>
  (await client['project.create']({ notice })).id

/** What the window begins with: the project changed last, or a new one for the latest notice. @throws Fault */
export async function latestProject(engine: Engine): Promise<{ id: string; unopened: Unopened }> {
  const { projects, aside, unopenable } = await engine.client['project.list']({})
  // Reloading the window comes back to the project that was open in it.
  const open = projects.find(({ id }) => id === sessionStorage.getItem(openHere)) ?? projects[0]
  const unopened = { aside, unopenable }
  if (open) return { id: open.id, unopened }
  const [latest] = await engine.client['notice.list']({})
  if (!latest) throw new Fault({ code: 'notice-unknown', notice: '', known: [] })
  return { id: await createProject(engine, latest.id), unopened }
}
