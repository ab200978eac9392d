import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type * as ResEdit from 'resedit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkProgram } from './check-program.ts'
import { windows } from './target.ts'
import { soundTree } from './tree.fixture.ts'

// The library by which electron-builder writes resources: what it writes must be what we read.
const builder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))
const { Data, NtExecutable, NtExecutableResource, Resource } = builder('resedit') as typeof ResEdit

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wanted = '01001100'
const facts = { productName: '科普日报送助手', version: '0.1.0' }
const icon = path.join(import.meta.dirname, '..', 'icons', 'icon.ico')
let root = ''
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'check-program-'))))
afterEach(() => rmSync(root, { recursive: true }))

interface Made {
  readonly fuses?: string
  readonly product?: string
  readonly archiveHeader?: string
  readonly sizes?: readonly number[]
}

/** A Windows program with the resources and the fuse wire that Electron's has after packing. */
function check({ fuses = wanted, product = facts.productName, archiveHeader, sizes }: Made = {}) {
  const program = NtExecutable.createEmpty()
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: product, ProductVersion: '0.1.0.0' })
  version.outputToResourceEntries(resources.entries)
  const images = Data.IconFile.from(readFileSync(icon)).icons
  const some = images.filter(({ width }) => !sizes || sizes.includes(width || 256))
  Resource.IconGroupEntry.replaceIconsForResource(
    resources.entries,
    1,
    1033,
    some.map(({ data }) => data),
  )
  const header = archiveHeader ?? soundTree.archiveHeader
  const value = createHash('sha256').update(header).digest('hex')
  const mark = JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value }])
  const bin = new Uint8Array(Buffer.from(mark)).buffer
  resources.entries.push({ type: 'INTEGRITY', id: 'ELECTRONASAR', bin, lang: 1033, codepage: 1200 })
  resources.outputResource(program)
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses.length]), Buffer.from(fuses)])
  writeFileSync(path.join(root, 'KepuriPackager.exe'), Buffer.concat([Buffer.from(program.generate()), wire]))
  return checkProgram({ ...soundTree, root }, windows, facts)
}

test('a program with the right fuses, name, version, icon and archive passes', async () => {
  expect(await check()).toEqual([])
})

test('a fuse that stands wrong is named', async () => {
  expect(await check({ fuses: '11001100' })).toEqual(['fuse RunAsNode is not off'])
  expect(await check({ fuses: '01000100' })).toEqual(['fuse EnableEmbeddedAsarIntegrityValidation is not on'])
})

test('a program that holds the mark of another archive is refused', async () => {
  expect(await check({ archiveHeader: '{}' })).toEqual([
    'app.asar is not the archive that the program expects',
  ])
})

test('a program that bears Electron’s name or icon is refused', async () => {
  expect(await check({ product: 'Electron' })).toEqual([
    'the program calls itself Electron, not 科普日报送助手',
  ])
  expect(await check({ sizes: [16, 32, 48] })).toEqual(["the program's icon lacks 24, 256 px"])
})
