import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { makeFolders } from '../../engine/store/make-folders.ts'
import { writeFault } from '../../engine/store/system-fault.ts'
import { makeOut } from '../../hosting/out-folder.ts'
import { savedName } from '../../hosting/saved-name.ts'
import { Fault } from '../../shared/faults.ts'
import { answerJson, readJson } from './answers.ts'
import type { Desktop } from './desktop.ts'
import { diagnosticsRoutes } from './diagnostics-routes.ts'
import { dropPath } from './drop-path.ts'
import { answerFile } from './files.ts'
import type { Exchange, Route } from './route.ts'
import type { Uploads } from './uploads.ts'

export interface HostParts {
  readonly uploads: Uploads
  /** Where files are written that the browser then downloads. */
  readonly downloads: string
  /** Where packages are written. */
  readonly out: string
  readonly claim: (place: string) => string
  readonly locate: (id: string) => Promise<string | undefined>
  readonly desktop: Desktop
  /** Writes what maintainers need to know of this program to a path. */
  readonly diagnose: (file: string) => Promise<unknown>
  readonly now: () => Date
}

const Nothing = z.object({})
const Save = z.object({ name: z.string().min(1).max(1000) })
const Reveal = z.object({ id: z.string().min(1).max(200) })
const modifiedLimits = z.coerce.number().min(0).max(8.64e15)

/** What the host of a browser does besides carrying calls: files in and out, and the folder shown. */
export function hostRoutes(parts: HostParts): readonly Route[] {
  const { uploads, downloads, out, claim, locate, desktop, diagnose, now } = parts
  let outClaim: string | undefined

  return [
    {
      method: 'PUT',
      path: /^\/host\/drops\/([A-Za-z0-9-]{8,64})\/([^/]+)$/,
      async answer({ request, response }, drop = '', name = '') {
        const upload = { body: request, bytes: lengthOf(request), modified: modifiedOf(request) }
        await uploads.receive(drop, dropPath(name, process.platform), upload)
        answerJson(response, {})
      },
    },
    {
      method: 'POST',
      path: /^\/host\/drops\/([A-Za-z0-9-]{8,64})$/,
      async answer({ request, response }, drop = '') {
        await readJson(request, 'host.drops', Nothing)
        answerJson(response, { claims: (await uploads.tops(drop)).map(claim) })
      },
    },
    {
      method: 'POST',
      path: /^\/host\/drops\/([A-Za-z0-9-]{8,64})\/discard$/,
      async answer({ request, response }, drop = '') {
        await readJson(request, 'host.drops', Nothing)
        await uploads.discard(drop)
        answerJson(response, {})
      },
    },
    {
      method: 'POST',
      path: /^\/host\/out$/,
      async answer({ request, response }) {
        await readJson(request, 'host.out', Nothing)
        await makeOut(out)
        outClaim ??= claim(out)
        answerJson(response, { claim: outClaim, shown: out })
      },
    },
    {
      method: 'POST',
      path: /^\/host\/saves$/,
      async answer({ request, response }) {
        const { name } = await readJson(request, 'host.saves', Save)
        const folder = path.join(downloads, randomUUID())
        await makeFolders(folder).catch((error: unknown) => {
          throw writeFault(error, downloads)
        })
        answerJson(response, { claim: claim(path.join(folder, savedName(name))) })
      },
    },
    {
      method: 'POST',
      path: /^\/host\/reveal$/,
      async answer({ request, response }) {
        const { id } = await readJson(request, 'host.reveal', Reveal)
        const place = await locate(id)
        answerJson(response, { shown: place !== undefined && (await desktop.reveal(place)) })
      },
    },
    ...diagnosticsRoutes({ downloads, diagnose, now }),
    {
      method: 'GET',
      path: /^\/file\/([A-Za-z0-9-]{1,200})$/,
      answer: async (exchange, id = '') => answerFile(exchange, await locate(id)),
    },
  ]
}

function lengthOf({ headers }: Exchange['request']): number | undefined {
  const length = headers['content-length']
  return length === undefined ? undefined : Number(length)
}

function modifiedOf({ headers }: Exchange['request']): Date | undefined {
  const given = headers['x-modified']
  if (given === undefined) return undefined
  const parsed = modifiedLimits.safeParse(given)
  if (parsed.success) return new Date(parsed.data)
  throw new Fault({ code: 'bad-request', operation: 'host.drops', detail: 'x-modified' })
}
