import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { packageNames } from '../../shared/naming/package-names.ts'
import { checksumLine, type Manifest } from '../../shared/packing/manifest.ts'
import { liaoning, photo, society, taskNamed } from '../../shared/rules/submission.fixture.ts'
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
  const task = taskNamed('media')
  const contents = ['1', '2'].map((id) => {
    // Noise, as no picture can be compressed further; the same each time.
    const content = createHash('shake256', { outputLength: 3_500_000 }).update(id).digest()
    content.set([0xff, 0xd8, 0xff, 0xe0])
    return content
  })
  const items = contents.map((content, index) =>
    photo(String(index + 1), { facts: { sha256: sha256(content), bytes: content.length } }),
  )
  const names = packageNames(task, society, items)
  const paths = items.map(({ id }) => `图片/${names.get(id)?.name}`)
  const documents = task.documents.flatMap(({ name, formats }) =>
    formats.map((format) => `${name}.${format}`),
  )
  return {
    files: new Map([
      ...contents.map((content, index) => [paths[index] ?? '', content] as const),
      ...documents.map((name) => [name, Buffer.from(`PK\x03\x04 ${name}`)] as const),
    ]),
    manifest: {
      format: 1,
      generator: 'kepuri-packager test',
      createdAt: '2023-08-20T10:00:00+08:00',
      notice: { id: liaoning.id, version: liaoning.version, title: liaoning.title, documentNumber: '' },
      task: { id: task.id, title: task.title },
      unit: society,
      part: { index: 1, of: 1 },
      counts: { total: 2, images: 2, videos: 0, rows: 0 },
      items: items.map(({ relative, fields, facts }, index) => ({
        path: paths[index] ?? '',
        original: relative,
        fields,
        facts,
      })),
      rows: [],
      declared: [],
      waivers: [],
      documents,
    },
  }
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
