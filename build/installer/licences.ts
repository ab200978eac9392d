import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ShippedPackage, licenceText } from './licence-text.ts'
import { filesBelow } from './files-below.ts'
import { isLicence } from './unshipped.ts'

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly license?: string | { readonly type?: string }
  readonly licenses?: readonly { readonly type?: string }[]
  readonly homepage?: string
  readonly ffprobe?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly author?: string | { readonly name?: string }
}

/** Packages that are bundled into the window's page. With them go all that they depend on, used or not. */
const bundled = ['@tanstack/react-virtual', 'antd', 'react', 'react-dom', 'zustand']

const texts = path.join(import.meta.dirname, 'licences')
const text = (name: string): string => readFileSync(path.join(texts, name), 'utf8')

/**
 * The licences of everything in the stage and in the page, as one file for users.
 *
 * @param modules the target's `node_modules` with all files, also those that are not shipped
 * @throws naming the packages of which neither a text nor a reason is known
 */
export function gatherLicences(root: string, modules: string): string {
  const packages = [...installedPackages(modules), ...bundledPackages(path.join(root, 'node_modules'))]
  const once = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]))
  const sorted = [...once.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const unknown = sorted.filter((one) => one.texts.length === 0 && one.instead === undefined)
  if (unknown.length > 0)
    throw new Error(
      `no licence text of ${unknown.map(({ name }) => name).join(', ')}: name a reason in licences.ts`,
    )
  return licenceText(sorted, `本程序自己的许可：\n\n${readFileSync(path.join(root, 'LICENSE'), 'utf8')}`)
}

/** Every package below a `node_modules`, but for the other runtime that is not shipped. */
function installedPackages(modules: string): readonly ShippedPackage[] {
  return filesBelow(modules)
    .filter((file) => /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(`node_modules/${file}`))
    .map((file) => path.join(modules, path.dirname(file)))
    .filter((folder) => !path.basename(folder).startsWith('bare-'))
    .map(describePackage)
}

function bundledPackages(modules: string): readonly ShippedPackage[] {
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name) || !existsSync(path.join(modules, name, 'package.json'))) return
    found.add(name)
    Object.keys(readManifest(path.join(modules, name)).dependencies ?? {}).forEach(visit)
  }
  bundled.forEach(visit)
  return [...found].map((name) => describePackage(path.join(modules, name)))
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest

function describePackage(folder: string): ShippedPackage {
  const manifest = readManifest(folder)
  const { name = path.basename(folder), version = '', license, licenses } = manifest
  const licence = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? '未注明')
  const own = readdirSync(folder)
    .filter((file) => isLicence(file) && !/\.[cm]?[jt]s$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  return {
    name,
    version,
    licence,
    texts: [...own, ...besides(name, manifest)],
    instead: insteadOf(manifest, licence),
  }
}

/** What must go along with a package and does not lie in it. */
function besides(name: string, { version = '', homepage = '', ffprobe = '' }: Manifest): readonly string[] {
  if (/^@ffprobe-installer\/(?:win32|linux)-/.test(name)) {
    const facts = { system: name.split('/')[1] ?? '', version, build: ffprobe, home: homepage }
    return [
      text('ffprobe.txt').replaceAll(/\{(\w+)\}/g, (_, key: keyof typeof facts) => facts[key]),
      text('GPL-3.0.txt'),
    ]
  }
  if (name === '@ffprobe-installer/ffprobe') return [text('LGPL-2.1.txt')]
  if (/^@img\/sharp-(?:win32|libvips)-/.test(name))
    return [text('libvips.txt'), text('LGPL-3.0.txt'), text('GPL-3.0.txt')]
  return []
}

/** Packages without a text of their own: their makers name a licence and nothing more. */
const named: Readonly<Record<string, string>> = { MIT: 'MIT.txt', ISC: 'ISC.txt' }
const known = ['@ant-design/icons-svg', '@tokenizer/token', 'is-mobile', 'isarray', 'saxes']

function insteadOf({ name = '', author }: Manifest, licence: string): string | undefined {
  const file = named[licence]
  if (file === undefined || !known.includes(name)) return undefined
  const holder = typeof author === 'string' ? author : (author?.name ?? name)
  return `（这个软件包没有附许可全文，下面是它声明的 ${licence} 许可的通用文本。）\n\nCopyright (c) ${holder}\n\n${text(file)}`
}
