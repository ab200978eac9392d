import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** A program that can print, or why there is none. */
export type Browser =
  | { readonly program: string }
  /** `CHROMIUM` says `none`. */
  | { readonly missing: 'off' }
  /** `CHROMIUM` names what is not there or cannot be run. */
  | { readonly missing: 'misnamed'; readonly named: string }
  | { readonly missing: 'none' }

/**
 * The Chromium of this machine, by whatever name: every Windows 10 and 11 has Edge. `CHROMIUM` names another, then it is
 * that one or none at all, or says `none`.
 */
export function lookForBrowser(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Browser {
  const named = environment['CHROMIUM']
  if (named === 'none') return { missing: 'off' }
  if (named) return isProgram(named) ? { program: named } : { missing: 'misnamed', named }
  const program = placesOf(environment, platform).find(isProgram)
  return program === undefined ? { missing: 'none' } : { program }
}

/** Its program; undefined where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const browser = lookForBrowser(environment, platform)
  return 'program' in browser ? browser.program : undefined
}

function placesOf(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32') return windowsPlaces(environment)
  if (platform === 'darwin') return macPlaces
  return linuxPlaces
}

const linuxPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/usr/bin/microsoft-edge-stable',
  // The browser that 统信 UOS comes with.
  '/usr/bin/uos-browser-stable',
]
const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Edge lies in the first of these folders on most machines; Chrome is also installed for one user alone. */
function windowsPlaces(environment: NodeJS.ProcessEnv): readonly string[] {
  const folders = [
    environment['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)',
    environment['ProgramFiles'] ?? 'C:\\Program Files',
    environment['LOCALAPPDATA'],
  ].filter((folder) => folder !== undefined)
  return ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'].flatMap(
    (program) => folders.map((folder) => path.win32.join(folder, program)),
  )
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK)
    return statSync(place).isFile()
  } catch {
    return false
  }
}
