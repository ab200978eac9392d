import { readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { systemReason } from '../engine/store/system-reason.ts'
import type { StartTrouble } from '../shared/start-trouble.ts'
import type { Installation } from './installation.ts'
import { makeFolder } from './make-folder.ts'

/** The machine as it is looked at. */
export interface StartPlace {
  readonly installation: Installation
  readonly dataDir: string
  readonly platform: NodeJS.Platform
  /** As `os.release()` tells it. */
  readonly release: string
  /** The program that runs. */
  readonly program: string
  readonly environment: NodeJS.ProcessEnv
}

/** With less room than that on its disk, a draft may not be saved to its end, in bytes. */
const leastFree = 200 * 1024 * 1024

/**
 * Looks, before anything else is begun, whether the program can work here at all: quickly, on files alone. Whether its
 * programs run is found out later (`checkPrograms`), for that takes a while.
 */
export function checkStart(place: StartPlace): readonly StartTrouble[] {
  return [...checkSystem(place), ...checkInstallation(place.installation), ...checkData(place)]
}

/** An unpacking program's folder for what is opened inside an archive: Explorer, WinRAR, 7-Zip, 360压缩, 好压, Bandizip. */
const insideArchive =
  /[\\/](?:temp1?_[^\\/]*\.zip|[0-9a-f-]{36}_[^\\/]*\.zip[^\\/]*|rar\$ex[^\\/]*|7zO[^\\/]*|360zip\$temp|HZ\$D[^\\/]*|BNZ\.[^\\/]*)[\\/]/i

function checkSystem({ platform, release, program, environment }: StartPlace): StartTrouble[] {
  const isOld = platform === 'win32' && Number.parseInt(release, 10) < 10
  // The portable program unpacks itself into a temporary folder: that is as it should be.
  const isInside = environment['PORTABLE_EXECUTABLE_FILE'] === undefined && insideArchive.test(program)
  return [
    ...(isOld ? [{ code: 'system-too-old', release } as const] : []),
    ...(isInside ? [{ code: 'inside-archive', folder: path.dirname(program) } as const] : []),
  ]
}

function checkInstallation({ folder, resourcesDir, windowDir }: Installation): StartTrouble[] {
  const damaged = (part: 'resources' | 'window' | 'programs', missing: string): StartTrouble[] => [
    { code: 'installation-damaged', part, path: missing },
  ]
  const notices = path.join(resourcesDir, 'notices')
  const templates = path.join(resourcesDir, 'templates')
  const page = path.join(windowDir, 'index.html')
  const beside = `${folder}.unpacked`
  return [
    ...(holds(notices, '.json') ? [] : damaged('resources', notices)),
    ...(holds(templates, '.xlsx') ? [] : damaged('resources', templates)),
    ...(isFilled(page) ? [] : damaged('window', page)),
    ...(!folder.endsWith('app.asar') || isFolder(beside) ? [] : damaged('programs', beside)),
  ]
}

/** Tries to write into the folder as a draft is written; what cannot be written says why. */
function checkData(place: StartPlace): StartTrouble[] {
  const { dataDir } = place
  const trial = path.join(dataDir, `.trial-${process.pid}`)
  try {
    makeFolder(dataDir)
    writeFileSync(trial, 'kepuri', { flush: true })
    rmSync(trial, { force: true })
  } catch (error) {
    try {
      rmSync(trial, { force: true })
    } catch {
      // What cannot be written cannot be taken away either.
    }
    const reason = systemReason(error)
    if (reason === 'ENOSPC' || reason === 'EDQUOT') return [{ code: 'disk-full', folder: dataDir, free: 0 }]
    return [{ code: 'data-unwritable', folder: dataDir, reason, place: placeOf(place) }]
  }
  const free = freeAt(dataDir)
  return [
    ...(isAnothers(dataDir) ? [{ code: 'data-of-another', folder: dataDir } as const] : []),
    ...(free < leastFree ? [{ code: 'disk-full', folder: dataDir, free } as const] : []),
  ]
}

/** What kind of place it is, as far as its path tells. */
export function placeOf({
  dataDir,
  environment,
}: Pick<StartPlace, 'dataDir' | 'environment'>): 'own' | 'network' | 'synced' {
  const synced = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap(
    (name) => environment[name] ?? [],
  )
  if (synced.some((root) => root !== '' && dataDir.toLowerCase().startsWith(root.toLowerCase())))
    return 'synced'
  return /^(?:\\\\(?!\?\\(?!UNC))|\/\/)/.test(dataDir) ? 'network' : 'own'
}

/** Of systems that know owners by number. */
const isAnothers = (folder: string): boolean =>
  process.getuid !== undefined && statSync(folder).uid !== process.getuid()

function freeAt(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    // A volume that tells nothing is not full.
    return Number.POSITIVE_INFINITY
  }
}

const seen = <T>(look: () => T): T | undefined => {
  try {
    return look()
  } catch {
    return undefined
  }
}
const isFolder = (place: string): boolean => seen(() => statSync(place).isDirectory()) === true
const isFilled = (file: string): boolean => (seen(() => statSync(file).size) ?? 0) > 0
const holds = (folder: string, extension: string): boolean =>
  seen(() => readdirSync(folder))?.some((name) => name.endsWith(extension)) === true
