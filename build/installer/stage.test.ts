import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesBelow } from './files-below.ts'
import { gatherLicences } from './licences.ts'
import { layStage } from './stage.ts'
import { unshippedBecause } from './unshipped.ts'

let place = ''
beforeEach(() => (place = mkdtempSync(path.join(tmpdir(), 'stage-'))))
afterEach(() => rmSync(place, { recursive: true }))

const put = (file: string, content = '') => {
  mkdirSync(path.dirname(path.join(place, file)), { recursive: true })
  writeFileSync(path.join(place, file), content)
}
const manifest = (name: string, more = {}) =>
  JSON.stringify({ name, version: '1.0.0', license: 'MIT', ...more })

test('the stage holds the program, its data and its packages, and nothing of the workshop', () => {
  const scripts = { build: 'x' }
  put(
    'package.json',
    manifest('app', {
      main: 'out/electron/main.js',
      scripts,
      devDependencies: { a: '1' },
      dependencies: { b: '1' },
    }),
  )
  for (const file of [
    'electron/main.js',
    'electron/main.d.ts',
    'engine/a.test.js',
    'renderer/app.js',
    'window/index.html',
    'x.tsbuildinfo',
    '.stamp',
  ])
    put(`out/${file}`)
  for (const file of ['notices/a.json', 'notices/notice.schema.json', 'samples/README.md'])
    put(`resources/${file}`)
  for (const file of [
    'b/index.js',
    'b/index.d.ts',
    'b/LICENSE.md',
    'bare-fs/prebuilds/a.bare',
    '.bin/b',
    '.package-lock.json',
  ])
    put(`modules/node_modules/${file}`)
  layStage(place, path.join(place, 'modules'), path.join(place, 'stage'))
  expect(filesBelow(path.join(place, 'stage'))).toEqual([
    'node_modules/b/LICENSE.md',
    'node_modules/b/index.js',
    'out/electron/main.js',
    'out/window/index.html',
    'package.json',
    'resources/notices/a.json',
  ])
  const shipped = JSON.parse(readFileSync(path.join(place, 'stage', 'package.json'), 'utf8')) as object
  expect(shipped).toMatchObject({ name: 'app', main: 'out/electron/main.js', dependencies: { b: '1' } })
  expect(Object.keys(shipped)).not.toContain('scripts')
  expect(Object.keys(shipped)).not.toContain('devDependencies')
})

test('a program that was not compiled is not staged', () => {
  put('package.json', manifest('app', { dependencies: {} }))
  expect(() => layStage(place, place, path.join(place, 'stage'))).toThrow(/npm run build/)
  expect(existsSync(path.join(place, 'stage'))).toBe(false)
})

test('licence texts always go along; the other runtime’s programs never', () => {
  expect(unshippedBecause('exceljs', 'LICENSE')).toBeUndefined()
  expect(unshippedBecause('jszip', 'LICENSE.markdown')).toBeUndefined()
  expect(unshippedBecause('bare-fs', 'LICENSE')).toBeDefined()
  expect(unshippedBecause('zod', 'v4/core/schemas.js')).toBeUndefined()
  expect(unshippedBecause('a', 'lib/latest/index.js')).toBeUndefined()
})

const root = path.join(import.meta.dirname, '..', '..')

test('the licences name every package with its text, ffprobe’s with GPL and where its source is', () => {
  put('m/plain/package.json', manifest('plain'))
  put('m/plain/LICENSE', 'You may do as you like.')
  put('m/plain/node_modules/@inner/one/package.json', manifest('@inner/one', { version: '2.0.0' }))
  put('m/plain/node_modules/@inner/one/license.txt', 'You may do as you like.\n')
  put(
    'm/@ffprobe-installer/win32-x64/package.json',
    manifest('@ffprobe-installer/win32-x64', { license: 'GPL-3.0', homepage: 'https://ffprobe.test' }),
  )
  const text = gatherLicences(root, path.join(place, 'm'))
  expect(text).toContain('  plain 1.0.0　MIT\r\n')
  // The same text stands once, under all that it is for.
  expect(text).toContain('@inner/one 2.0.0\r\nplain 1.0.0\r\n\r\nYou may do as you like.\r\n')
  expect(text).toContain('GNU GENERAL PUBLIC LICENSE')
  expect(text).toContain('由 https://ffprobe.test 编译')
  expect(text).not.toMatch(/\{\w+\}/)
  // What is bundled into the page is shipped too.
  expect(text).toMatch(/ {2}react-dom \d/)
})

test('a package without a licence text stops the build by its name', () => {
  put('m/nameless/package.json', manifest('nameless'))
  expect(() => gatherLicences(root, path.join(place, 'm'))).toThrow(/no licence text of nameless/)
})
