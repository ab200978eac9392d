import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mayMount, mountVolume } from '../engine/package/mount-volume.fixture.ts'
import { findInstallation, type Installation } from './installation.ts'
import { checkPrograms } from './start-checks-programs.ts'
import { checkStart, placeOf, type StartPlace } from './start-checks.ts'

const root = mkdtempSync(path.join(tmpdir(), 'kepuri-启动-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const real = findInstallation(import.meta.url)
const isRoot = process.getuid?.() === 0
let last = 0

/** A whole installation in a folder of its own, and a machine on which all is well. */
function place(given: Partial<StartPlace> = {}): StartPlace {
  const folder = path.join(root, String((last += 1)), 'resources', 'app.asar')
  const write = (...names: string[]) => {
    const file = path.join(folder, ...names)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'x')
  }
  write('resources', 'notices', 'liaoning-2023.json')
  write('resources', 'templates', '清单.xlsx')
  write('out', 'window', 'index.html')
  mkdirSync(`${folder}.unpacked`)
  return {
    installation: {
      ...real,
      folder,
      resourcesDir: path.join(folder, 'resources'),
      windowDir: path.join(folder, 'out', 'window'),
    },
    dataDir: path.join(root, String(last), 'data'),
    platform: 'win32',
    release: '10.0.19045',
    program: 'C:\\Users\\李娜\\AppData\\Local\\Programs\\KepuriPackager\\KepuriPackager.exe',
    environment: {},
    ...given,
  }
}
const codes = (troubles: ReturnType<typeof checkStart>) => troubles.map(({ code }) => code)

test('where all is well there is nothing to say, also the first time, and nothing is left behind', () => {
  const all = place()
  expect(checkStart(all)).toEqual([])
  expect(checkStart({ ...all, dataDir: path.join(root, '没有', 'data') })).toEqual([])
  expect(readdirSync(path.join(root, '没有', 'data'))).toEqual([])
})

describe('a damaged installation', () => {
  const without = (...names: string[]) => {
    const all = place()
    rmSync(path.join(all.installation.folder, ...names), { recursive: true })
    return checkStart(all)
  }
  test.each([
    ['resources', ['resources', 'notices']],
    ['resources', ['resources', 'templates', '清单.xlsx']],
    ['window', ['out', 'window', 'index.html']],
    ['window', ['out', 'window']],
  ])('lacks its %s: %j', (part, names) =>
    expect(without(...names)).toMatchObject([{ code: 'installation-damaged', part }]),
  )
  test('has an empty page', () => {
    const all = place()
    writeFileSync(path.join(all.installation.windowDir, 'index.html'), '')
    expect(checkStart(all)).toMatchObject([{ code: 'installation-damaged', part: 'window' }])
  })
  test('has lost what lies beside its archive', () => {
    const all = place()
    rmSync(`${all.installation.folder}.unpacked`, { recursive: true })
    expect(checkStart(all)).toEqual([
      { code: 'installation-damaged', part: 'programs', path: `${all.installation.folder}.unpacked` },
    ])
  })
  test('is none that runs from its sources', () =>
    expect(checkStart({ ...place(), installation: built() })).toEqual([]))
})
/** These sources, with a window as if it had been built. */
function built(): Installation {
  const { installation } = place()
  return { ...real, windowDir: installation.windowDir }
}

describe('the data folder', () => {
  test('is a file', () => {
    const dataDir = path.join(root, 'a file')
    writeFileSync(dataDir, '')
    expect(checkStart(place({ dataDir }))).toMatchObject([
      { code: 'data-unwritable', folder: dataDir, reason: 'EEXIST', place: 'own' },
    ])
  })
  test('lies where nothing can be made', () =>
    expect(codes(checkStart(place({ dataDir: '/proc/kepuri/data' })))).toEqual(['data-unwritable']))
  test.skipIf(!mayMount)('lies on a full disk, or on one with little room', async () => {
    await using volume = await mountVolume('size=1m', path.join(root, 'full'))
    const dataDir = path.join(volume.place, 'data')
    expect(checkStart(place({ dataDir }))).toMatchObject([{ code: 'disk-full', folder: dataDir }])
    expect(() => writeFileSync(path.join(volume.place, 'rest'), Buffer.alloc(2 << 20))).toThrow('ENOSPC')
    expect(checkStart(place({ dataDir }))).toEqual([{ code: 'disk-full', folder: dataDir, free: 0 }])
  })
  test.skipIf(!mayMount)('lies on a disk that is read only', async () => {
    await using volume = await mountVolume('size=1m,ro', path.join(root, 'locked'))
    const dataDir = path.join(volume.place, 'data')
    expect(checkStart(place({ dataDir }))).toMatchObject([{ code: 'data-unwritable', reason: 'EROFS' }])
  })
  test.skipIf(!isRoot)('is another user’s', () => {
    const dataDir = path.join(root, 'of another')
    mkdirSync(dataDir)
    chownSync(dataDir, 12_345, 12_345)
    expect(checkStart(place({ dataDir }))).toEqual([{ code: 'data-of-another', folder: dataDir }])
  })
  test.skipIf(isRoot)('may not be written', () => {
    const dataDir = path.join(root, 'read only')
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o500)
    expect(checkStart(place({ dataDir }))).toMatchObject([{ code: 'data-unwritable', reason: 'EACCES' }])
  })
  test.each([
    ['network', '\\\\server\\用户\\李娜\\AppData\\Local\\kepuri-packager'],
    ['network', '\\\\?\\UNC\\server\\data'],
    ['synced', 'C:\\Users\\李娜\\OneDrive - 沈阳市科协\\kepuri'],
    ['own', '\\\\?\\C:\\data'],
    ['own', 'C:\\Users\\李娜\\AppData\\Local\\kepuri-packager'],
  ])('tells a %s place by its path: %s', (kind, dataDir) => {
    const environment = { OneDrive: 'c:\\users\\李娜\\onedrive - 沈阳市科协' }
    expect(placeOf({ dataDir, environment })).toBe(kind)
  })
})

describe('the system', () => {
  test.each(['6.1.7601', '6.3.9600'])('is too old: Windows %s', (release) =>
    expect(checkStart(place({ release }))).toEqual([{ code: 'system-too-old', release }]),
  )
  test('is not told by the number of another system', () =>
    expect(checkStart(place({ platform: 'linux', release: '4.19.0' }))).toEqual([]))
  test.each([
    'C:\\Users\\李娜\\AppData\\Local\\Temp\\Temp1_科普日报送助手.zip\\KepuriPackager.exe',
    'C:\\Users\\李娜\\AppData\\Local\\Temp\\0f8fad5b-d9cb-469f-a165-70867728950e_助手.zip.0e\\KepuriPackager.exe',
    'C:\\Users\\李娜\\AppData\\Local\\Temp\\Rar$EXa10364.5678\\KepuriPackager\\KepuriPackager.exe',
    'C:\\Users\\李娜\\AppData\\Local\\Temp\\7zO4C3F.tmp\\KepuriPackager.exe',
    'C:\\Users\\李娜\\AppData\\Local\\Temp\\360zip$Temp\\360$0\\KepuriPackager.exe',
    'D:\\Temp\\HZ$D.123.456\\KepuriPackager.exe',
  ])('runs from inside an archive: %s', (program) => {
    const all = place({ program })
    expect(checkStart(all)).toMatchObject([{ code: 'inside-archive' }])
    // The portable program lies in such a folder while it runs.
    const environment = { PORTABLE_EXECUTABLE_FILE: 'D:\\KepuriPackager.exe' }
    expect(checkStart({ ...all, environment })).toEqual([])
  })
  test('runs from a folder that somebody unpacked themselves', () =>
    expect(checkStart(place({ program: 'D:\\Temp\\科普日报送助手.zip解压\\KepuriPackager.exe' }))).toEqual(
      [],
    ))
})

describe('the programs', () => {
  const pictures = 'sharp'
  /** An installation whose ffprobe is a script, and whose sharp is what lies in it. */
  const withFfprobe = (script: string | undefined, mode = 0o755): Installation => {
    const ffprobe = path.join(root, `ffprobe-${(last += 1)}`)
    if (script !== undefined) writeFileSync(ffprobe, script, { mode })
    return { ...real, ffprobe }
  }
  test('are all there', async () => expect(await checkPrograms(real)).toEqual([]))
  test('lack ffprobe', async () => {
    expect(await checkPrograms({ ...real, ffprobe: undefined })).toEqual([{ code: 'ffprobe-missing' }])
    expect(await checkPrograms(withFfprobe(undefined))).toMatchObject([{ code: 'ffprobe-missing' }])
    expect(await checkPrograms(withFfprobe(''))).toMatchObject([{ code: 'ffprobe-missing' }])
  })
  test.each([
    ['is no program', 'not a program', 0o755],
    ['may not be run', '#!/bin/sh\necho ffprobe version 4', 0o644],
    ['ends at once', '#!/bin/sh\nexit 53', 0o755],
    ['is another program', '#!/bin/sh\necho hello', 0o755],
  ])('have an ffprobe that %s', async (_, script, mode) => {
    const [trouble] = await checkPrograms(withFfprobe(script, mode))
    expect(trouble).toMatchObject({ code: 'ffprobe-failing' })
  })
  test('say with which code ffprobe ended', async () =>
    expect(await checkPrograms(withFfprobe('#!/bin/sh\nexit 53'))).toMatchObject([{ reason: '0x35' }]))
  test.each([
    ['is not there', undefined],
    ['has lost its library', `throw new Error('Could not load the "sharp" module')`],
  ])('have a component for pictures that %s', async (_, source) => {
    const folder = path.join(root, `pictures-${(last += 1)}`)
    mkdirSync(path.join(folder, 'node_modules', pictures), { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{}')
    if (source !== undefined) writeFileSync(path.join(folder, 'node_modules', pictures, 'index.js'), source)
    const [trouble] = await checkPrograms({ ...real, folder })
    expect(trouble).toMatchObject({ code: 'installation-damaged', part: 'pictures' })
  })
  test('have a component for pictures whose native file was cut short', async () => {
    const folder = path.join(root, `pictures-${(last += 1)}`)
    const own = path.join(folder, 'node_modules', pictures)
    mkdirSync(own, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{}')
    writeFileSync(path.join(own, 'sharp.node'), 'MZ')
    writeFileSync(path.join(own, 'index.js'), `module.exports = require('./sharp.node')`)
    expect(await checkPrograms({ ...real, folder })).toMatchObject([
      {
        code: 'installation-damaged',
        part: 'pictures',
        detail: expect.stringContaining('sharp.node') as string,
      },
    ])
  })
})
