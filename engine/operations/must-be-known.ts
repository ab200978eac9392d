import { Fault } from '../../shared/faults.ts'
import type { DraftItem } from '../../shared/project/document.ts'
import type { EditOf } from '../../shared/project/edit.ts'
import type { Claims } from '../sources/claims.ts'
import type { Files } from '../sources/files.ts'
import { makeKnown } from '../sources/known-items.ts'
import { isInside } from '../sources/places.ts'
import type { Projects } from '../store/projects.ts'

interface Parts {
  readonly claims: Claims
  readonly files: Files
  readonly projects: Projects
}

/**
 * Clients put back what they took away; a path that no host has handed in never becomes an item. An item that was taken
 * away is in no project: an engine that has begun anew since takes it by where it comes from.
 *
 * @throws Fault `bad-request`
 */
export async function mustBeKnown(
  items: EditOf<'add-items'>['items'],
  { claims, files, projects }: Parts,
): Promise<void> {
  const known = await files.seek(items.map(({ item }) => item.id))
  const strangers: DraftItem[] = []
  for (const [index, { item }] of items.entries()) {
    const file = known[index]
    if (!file) strangers.push(item)
    else if (file.path !== item.source.path || file.root !== item.source.root) throw otherSource(item)
  }
  const unclaimed = strangers.filter(({ source }) => !isHandedIn(source, claims))
  if (unclaimed.length > 0) {
    const sources = [...(await projects.sources('projects')), ...(await projects.sources('removed'))]
    const remembered = new Set(sources.map(keyOf))
    // A folder that was dropped was handed in whole.
    const roots = new Set(sources.filter(({ path, root }) => path !== root).map(({ root }) => root))
    const unknown = unclaimed.find(
      ({ source }) =>
        !remembered.has(keyOf(source)) && !(roots.has(source.root) && isInside(source.path, source.root)),
    )
    if (unknown) throw otherSource(unknown)
  }
  await makeKnown(strangers, files)
}

/** As a walk would have found it: below what was handed in, and below its own root. */
const isHandedIn = ({ path, root }: DraftItem['source'], claims: Claims): boolean =>
  claims.cover(path) && claims.cover(root) && isInside(path, root)

const keyOf = ({ path, root }: DraftItem['source']): string => `${root}\0${path}`

const otherSource = ({ id }: DraftItem): Fault =>
  new Fault({ code: 'bad-request', operation: 'project.edit', detail: `another source for ${id}` })
