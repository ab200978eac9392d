import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checksumLine, type Manifest } from '../../shared/packing/manifest.ts'
import { planPackage } from '../../shared/packing/plan.ts'
import type { SendingChoice } from '../../shared/packing/sending.ts'
import type { Submission } from '../../shared/project/submission.ts'
import { liaoning, photo, submissionOf, taskNamed } from '../../shared/rules/submission.fixture.ts'
import { verifyPackages } from './verify-package.ts'
import { writeZip } from './zip-writer.ts'

export const never = new AbortController().signal

/** A package before it is written: to be told lies in. Checksums are made of whatever it then holds. */
export interface MadePackage {
  manifest: Manifest
  readonly files: Map<string, Buffer>
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** A sound package of two pictures, as our own packing would make it. */
export function soundPackage(): MadePackage {
  const [made] = soundParts({ plan: 'one' })
  if (!made) throw new Error('no part')
  return made
}

/** Two pictures of 3.5 MB, in the parts that our own plan makes of them: one each where a mail carries no more. */
export function soundParts(
  sending: SendingChoice = { plan: 'split', cap: 4_500_000 },
  given: Partial<Submission> = {},
): MadePackage[] {
  const task = taskNamed('media')
  const contents = new Map(
    ['1', '2'].map((id) => {
      // Noise, as no picture can be compressed further; the same each time.
      const content = createHash('shake256', { outputLength: 3_500_000 }).update(id).digest()
      content.set([0xff, 0xd8, 0xff, 0xe0])
      return [id, content]
    }),
  )
  const items = [...contents].map(([id, content]) =>
    photo(id, { facts: { sha256: sha256(content), bytes: content.length } }),
  )
  const submission = submissionOf(items, given)
  const { parts } = planPackage(task, submission, { unit: submission.unit?.name }, { sending })
  const documents = task.documents.flatMap(({ name, formats }) =>
    formats.map((format) => `${name}.${format}`),
  )
  return parts.map(({ index, of, way, items: planned }) => ({
    files: new Map([
      ...planned.map(({ item, path: place }) => [place, contents.get(item) ?? Buffer.alloc(0)] as const),
      ...documents.map((name) => [name, Buffer.from(`PK\x03\x04 ${name}`)] as const),
    ]),
    manifest: {
      format: 1,
      generator: 'kepuri-packager test',
      createdAt: '2023-08-20T10:00:00+08:00',
      notice: { id: liaoning.id, version: liaoning.version, title: liaoning.title, documentNumber: '' },
      task: { id: task.id, title: task.title },
      unit: submission.unit,
      part: { index, of },
      submission: 'mark',
      way,
      counts: { total: 2, images: 2, videos: 0, rows: 0 },
      items: planned.flatMap(({ item: id, path: place, number: seq }) => {
        const item = items.find((one) => one.id === id)
        return item
          ? [{ path: place, seq, original: item.relative, fields: item.fields, facts: item.facts }]
          : []
      }),
      rows: [],
      declared: [],
      waivers: [...submission.waivers],
      documents,
    },
  }))
}

/** All files of a package, with its manifest and its checksums. */
export function filesOf({ manifest, files }: MadePackage): Map<string, Buffer> {
  const all = new Map([...files, ['manifest.json', Buffer.from(JSON.stringify(manifest))]])
  const sums = [...all].map(([name, content]) => checksumLine(sha256(content), name)).join('')
  return all.set('manifest-sha256.txt', Buffer.from(sums))
}

export async function writeAsZip(made: MadePackage, target: string): Promise<string> {
  await mkdir(path.dirname(target), { recursive: true })
  const modified = new Date(2023, 7, 20)
  const sources = [...filesOf(made)].map(([name, content]) => ({ name, content, modified }))
  await writeZip(target, sources, { signal: never })
  return target
}

export async function writeAsFolder(made: MadePackage, root: string): Promise<string> {
  for (const [name, content] of filesOf(made)) {
    const target = path.join(root, name)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, content)
  }
  return root
}

export const verify = (...given: string[]) =>
  verifyPackages(
    given.map((one) => ({ path: one, given: one })),
    { notices: [liaoning], signal: never, onProgress: () => undefined },
  )

/** What verifying says of a package: codes with what they are about. */
export async function codesOf(given: string): Promise<string[]> {
  const [first] = await verify(given)
  if (!first) throw new Error(`nothing at ${given}`)
  return first.problems.map(({ code, item }) => (item === undefined ? code : `${code} ${item}`))
}
