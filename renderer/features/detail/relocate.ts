import type { Session } from '../../state/session.ts'
import { words } from './wording.ts'

/** Looks for files that have moved in a folder that the clerk chooses; what came of it in a sentence. */
export async function relocate(session: Session, task: string): Promise<string | undefined> {
  const { host, client, project, facts, jobs } = session
  return jobs.run({ kind: 'add', task }, async ({ signal, onProgress }) => {
    const claims = await host.choose('folders', {
      signal,
      onProgress: ({ bytes, total, item }) => onProgress({ stage: 'receive', done: bytes, total, item }),
    })
    if (claims.length === 0) return undefined
    const { found, missing } = await project.run(
      (id) => client['project.relocate']({ project: id, task, claims: [...claims] }, { signal, onProgress }),
      { signal },
    )
    facts.again(found)
    return words.found(found.length, missing.length)
  })
}
