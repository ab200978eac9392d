import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import type { FindingCode } from '../../shared/findings.ts'
import { check } from '../../shared/rules/check.ts'
import { liaoning, photo, shenyang, submissionOf } from '../../shared/rules/submission.fixture.ts'
import { probeFiles } from '../probe/probe-files.ts'
import { sampleSet, soundSamples } from './sample-set.ts'
import { writeSamples } from './write-samples.ts'

const { path: ffprobe } = createRequire(import.meta.url)('@ffprobe-installer/ffprobe') as { path: string }
const resourcesDir = path.join(import.meta.dirname, '../../resources')
const byName = new Map<string, Facts>()
let dataDir: string
let bytes = 0

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'kepuri-samples-'))
  const call = { signal: new AbortController().signal, progress: () => undefined }
  const { folder } = await writeSamples({ dataDir, resourcesDir }, call)
  const targets = sampleSet.map(({ relative }) => ({ path: path.join(folder, ...relative.split('/')) }))
  const probed = await probeFiles(targets, { ffprobe, log: () => undefined })
  for (const [index, { relative }] of sampleSet.entries()) {
    const facts = probed[index]?.facts
    if (facts) byName.set(relative, facts)
    bytes += facts?.bytes ?? 0
  }
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** The verdict of Annex 1 on the files, each with its texts filled in; codes by file. */
function verdictOn(names: readonly string[]): Map<string, FindingCode[]> {
  const items = names.map((relative, index) => {
    const facts = byName.get(relative)
    if (!facts) throw new Error(relative)
    return { ...photo(relative, { relative, fields: { title: `活动${index}` } }), facts }
  })
  const codes = new Map<string, FindingCode[]>()
  for (const { code, subject } of check(
    liaoning,
    submissionOf(items, { unit: shenyang }),
    '2023-08-20T09:00:00',
  ))
    codes.set(subject.item ?? '', [...(codes.get(subject.item ?? '') ?? []), code])
  return codes
}

describe('the samples', () => {
  it('without the faulty ones answer a city’s task, with nothing to complain of', () => {
    expect([...verdictOn(soundSamples.map(({ relative }) => relative))]).toEqual([])
  })
  it('show each fault that folders usually have, and no other', () => {
    const found = verdictOn(sampleSet.map(({ relative }) => relative))
    const faults = Object.fromEntries(
      [...found].map(([name, codes]) => [path.posix.basename(name), codes.toSorted()]),
    )
    expect(faults).toEqual({
      '微信图片_20230522101530.jpg': ['bytes-outside', 'chat-copy', 'pixels-outside', 'similar-picture'],
      '屏幕截图 2023-06-10 143012.png': ['bytes-outside', 'format-wrong', 'pixels-outside', 'screenshot'],
      '大篷车预告片.mp4': ['duration-outside'],
      'IMG_0311 - 副本.JPG': ['same-file'],
      '图片说明.txt': ['not-media'],
      'IMG_20230610_181230.txt': ['not-media'],
    })
  })
  it('bear the capture times and cameras of 2023, all but one', () => {
    const photos = soundSamples
      .flatMap(({ relative }) => byName.get(relative) ?? [])
      .filter(({ kind }) => kind === 'image')
    expect(photos.filter(({ takenAt }) => takenAt?.startsWith('2023-'))).toHaveLength(photos.length - 1)
    expect(photos.every(({ camera }) => camera !== undefined)).toBe(true)
  })
  it('are well above the least size, and small together', () => {
    const photos = soundSamples.filter(({ relative }) => /jpg$/i.test(relative))
    expect(photos.length).toBeGreaterThanOrEqual(20)
    for (const { relative } of photos)
      expect(byName.get(relative)?.bytes, relative).toBeGreaterThan(3_250_000)
    expect(bytes).toBeLessThan(100_000_000)
  })
})
