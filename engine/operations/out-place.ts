import { stat } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import { Fault } from '../../shared/faults.ts'
import type { Claim, Claims } from '../sources/claims.ts'
import type { Files } from '../sources/files.ts'
import type { Originals } from '../sources/originals.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'
import { isInside, isSamePlace, realPlace } from '../sources/places.ts'
import type { Projects } from '../store/projects.ts'

/** What tells a place to write to from the clerk's originals. */
export interface OutRoom {
  readonly claims: Claims
  readonly files: Files
  readonly projects: Projects
  readonly originals: Originals
}

/**
 * The place behind a claim, to be written to. Any claim may be named, also that of an original: a place is refused that
 * is a file the engine knows or has read, or lies in a dropped folder that a project has items of.
 *
 * @param replaceable by its name, what may be written over
 * @throws Fault `out-inside-source`, `out-unwritable` where a file is that is nothing of the kind
 */
export async function outPlace(
  id: string,
  { claims, files, projects, originals }: OutRoom,
  replaceable = /\.xlsx$/i,
): Promise<Claim> {
  const out = claims.get(id)
  const place = await realPlace(out.path)
  const refuse = (source: string) => new Fault({ code: 'out-inside-source', out: out.given, source })
  const sources = await projects.sources('projects')
  const folders = new Set(sources.filter((source) => source.path !== source.root).map(({ root }) => root))
  for (const folder of folders) if (isInside(place, await realPlace(folder))) throw refuse(folder)
  // Where no file is, none can be lost.
  if ((await stat(place).catch(() => undefined))?.isFile() !== true) return out

  if (originals.has(place)) throw refuse(path.dirname(out.path))
  const known = [...new Set([...sources, ...files.known()].map((file) => file.path))]
  const limit = pLimit(questionsAtOnce)
  await Promise.all(
    known.map((original) =>
      limit(async () => {
        if (isSamePlace(await realPlace(original), place)) throw refuse(path.dirname(original))
      }),
    ),
  )
  // Handed in and not yet looked at, it may be an original all the same. What is written over is a list or a form.
  if (!replaceable.test(place)) throw new Fault({ code: 'out-unwritable', path: out.given, reason: 'EEXIST' })
  return out
}
