import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ffprobe from '@ffprobe-installer/ffprobe'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll } from 'vitest'
import type { LogEntry } from '../world.ts'
import { type Probed, type ProbeOptions, probeFile } from './probe-file.ts'

const media = new URL('../fixtures/media/', import.meta.url)

/** Path of a committed media file. */
export const mediaPath = (name: string): string => fileURLToPath(new URL(name, media))
export const mediaBytes = (name: string): Promise<Buffer> => readFile(mediaPath(name))

/** A world with the real ffprobe, and what was logged. */
export const probeWorld = () => {
  const logged: LogEntry[] = []
  return {
    ffprobe: ffprobe.path as string | undefined,
    log: (entry: LogEntry) => void logged.push(entry),
    logged,
  }
}

/** A folder for the tests of one file, removed after them. */
export const temporaryFolder = () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kepuri-探测-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const path = (name: string) => join(folder, name)
  return {
    path,
    write: async (name: string, content: Buffer | string) => {
      await writeFile(path(name), content)
      return path(name)
    },
    copy: async (fixture: string, name: string) => {
      await copyFile(mediaPath(fixture), path(name))
      return path(name)
    },
  }
}

/** The facts of one file, measured. */
export const probed = (path: string, options?: ProbeOptions): Promise<Probed> =>
  probeFile({ path }, probeWorld(), options)

/** A picture with the fine detail of a photo, the same each time. */
export const grainyPicture = (width: number, height: number): Sharp => {
  const pixels = Buffer.alloc(width * height * 3)
  let state = 20230917
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const column = Math.floor(at / 3) % width
    pixels[at] = ((column * 200) / width + (state >>> 26)) & 255
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** The bytes with a part of them overwritten by zeros. */
export const zeroed = (bytes: Buffer, start: number, length: number): Buffer => {
  const copy = Buffer.from(bytes)
  return copy.fill(0, start, start + length)
}
