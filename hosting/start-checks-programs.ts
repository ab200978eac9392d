import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { systemReason } from '../engine/store/system-reason.ts'
import type { StartTrouble } from '../shared/start-trouble.ts'
import type { Installation } from './installation.ts'

/** A virus scanner may hold a program back while it looks into it. */
const longestMs = 30_000

/**
 * Whether what the engine works with can be loaded and run: the component that reads pictures, and ffprobe. To be called in
 * the engine's process, which needs both anyway.
 */
export async function checkPrograms({ folder, ffprobe }: Installation): Promise<readonly StartTrouble[]> {
  return [...checkPictures(folder), ...(await checkFfprobe(ffprobe))]
}

function checkPictures(folder: string): StartTrouble[] {
  const from = pathToFileURL(path.join(folder, 'package.json'))
  try {
    createRequire(from)('sharp')
    return []
  } catch (error) {
    return [{ code: 'installation-damaged', part: 'pictures', path: 'sharp', detail: String(error) }]
  }
}

function checkFfprobe(program: string | undefined): Promise<readonly StartTrouble[]> {
  if (program === undefined) return Promise.resolve([{ code: 'ffprobe-missing' }])
  if (!isThere(program)) return Promise.resolve([{ code: 'ffprobe-missing', path: program }])
  return new Promise((resolve) => {
    execFile(program, ['-version'], { timeout: longestMs, windowsHide: true }, (error, words) => {
      const speaks = error === null && words.startsWith('ffprobe version')
      resolve(speaks ? [] : [{ code: 'ffprobe-failing', path: program, reason: reasonOf(error) }])
    })
  })
}

const isThere = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0

/** The system's code where the program could not be started, else the number it ended with. */
function reasonOf(error: (Error & { code?: unknown; killed?: boolean }) | null): string {
  if (error?.killed) return 'ETIMEDOUT'
  if (typeof error?.code === 'number') return `0x${(error.code >>> 0).toString(16).toUpperCase()}`
  return systemReason(error)
}
