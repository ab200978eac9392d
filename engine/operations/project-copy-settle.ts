import path from 'node:path'
import type { DraftItem, PackageRecord, ProjectDocument, TaskDraft } from '../../shared/project/document.ts'
import { withPaths } from '../../shared/project/without-places.ts'
import { isInside } from '../sources/places.ts'
import type { World } from '../world.ts'

type Room = Pick<World, 'dataDir' | 'newId'>

/** What projects on this disk have of files and packages, by their ids. */
export interface KnownHere {
  readonly items: ReadonlyMap<string, DraftItem['source']>
  readonly packages: ReadonlyMap<string, PackageRecord['result']>
  /** Ids of files in projects that can be opened: another file under one of them would be taken for it. */
  readonly taken: ReadonlySet<string>
}

/** @param removed what was put away counts too: its files were handed in all the same */
export function knownHere(
  projects: readonly ProjectDocument[],
  removed: readonly ProjectDocument[],
  world: Room,
): KnownHere {
  const tasks = [...removed, ...projects].flatMap((one) => Object.values(one.tasks))
  const nowhere = nowhereOf(world)
  return {
    items: new Map(
      tasks
        .flatMap(({ items }) => items)
        .filter(({ source }) => !isInside(source.path, nowhere))
        .map(({ id, source }) => [id, source]),
    ),
    packages: new Map(
      tasks
        .flatMap(({ packages }) => packages)
        .filter(({ elsewhere }) => elsewhere !== true)
        .map(({ id, result }) => [id, result]),
    ),
    taken: new Set(
      projects.flatMap((one) => Object.values(one.tasks).flatMap(({ items }) => items.map(({ id }) => id))),
    ),
  }
}

/**
 * A copy as a project of this machine. No path of it is believed: a file is where a project here has the file of the same
 * id, a package where one here has the same package. All others get a path that leads nowhere, below a folder which is
 * never made, until the clerk hands in where they are.
 *
 * @param copy without places, as it was read
 */
export function settleCopy(copy: ProjectDocument, known: KnownHere, world: Room): ProjectDocument {
  // The id becomes a file's name, which a system may take for another's: other ids than our own are replaced.
  const id = isOwnId(copy.id) ? copy.id : world.newId()
  const folder = path.join(nowhereOf(world), id)
  const seen = new Set(known.taken)
  const tasks = Object.entries(copy.tasks).map(
    ([task, draft]) => [task, settleTask(draft, { folder, seen, known, newId: world.newId })] as const,
  )
  return { ...copy, id, tasks: Object.fromEntries(tasks) }
}

interface Settling {
  readonly folder: string
  /** Ids of files that are borne already. */
  readonly seen: Set<string>
  readonly known: KnownHere
  readonly newId: World['newId']
}

function settleTask(draft: TaskDraft, { folder, seen, known, newId }: Settling): TaskDraft {
  const renamed = new Map<string, string>()
  const items = draft.items.map((item) => {
    const id = isPlainId(item.id) && !seen.has(item.id) ? item.id : newId()
    seen.add(id)
    renamed.set(item.id, id)
    return { ...item, id, source: known.items.get(item.id) ?? lostSource(folder, item.relative) }
  })
  const waivers = draft.waivers.map((waiver) => {
    const item = waiver.item === undefined ? undefined : renamed.get(waiver.item)
    return item === undefined ? waiver : { ...waiver, item }
  })
  const packages = draft.packages.map((record) => settlePackage(record, folder, known, newId))
  return { ...draft, items, waivers, packages }
}

/** A path that leads nowhere, and still says where below the dropped folder the file stood: by that it is found again. */
function lostSource(folder: string, relative: string): DraftItem['source'] {
  const names = relative.split(/[\\/]/u).filter((name) => !['', '.', '..'].includes(name))
  const file = path.join(folder, ...names)
  const [top = ''] = names
  return { path: file, root: names.length > 1 ? path.join(folder, top) : file }
}

function settlePackage(
  given: PackageRecord,
  folder: string,
  known: KnownHere,
  newId: World['newId'],
): PackageRecord {
  const { elsewhere: _, ...record } = given
  const here = known.packages.get(record.id)
  if (here && sums(here) === sums(record.result)) return { ...record, result: here }
  const out = path.join(folder, record.result.out)
  return {
    ...record,
    // Ids of a package's files are made from its own.
    id: isPlainId(record.id) && !here ? record.id : newId(),
    result: withPaths(record.result, (name) => path.join(out, name)),
    elsewhere: true,
  }
}

const sums = ({ packages }: PackageRecord['result']): string =>
  packages.map(({ sha256 }) => sha256).join('\n')

/** Never made: what is below it is not there, and cannot come to be there. */
const nowhereOf = ({ dataDir }: Pick<World, 'dataDir'>): string => path.resolve(dataDir, 'elsewhere')

const isOwnId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)

/** Not one that the engine makes for files of packages. */
const isPlainId = (id: string): boolean => /^(?!package-)[A-Za-z0-9-]{1,64}$/.test(id)
