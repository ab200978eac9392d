import { openFactsCache } from '../store/facts-cache.ts'
import { openProbingMarks } from '../store/probing-marks.ts'
import { probeFiles } from './probe-files.ts'

/** A program that looks at files with a given ffprobe, tells what it begins and finds, and ends, or is ended by a file. */
const [dataDir = '', ffprobe = '', ...paths] = process.argv.slice(2)
const world = { dataDir, ffprobe, log: () => undefined, now: () => new Date() }
const results = await probeFiles(
  paths.map((path) => ({ path })),
  world,
  { cache: openFactsCache(world), marks: openProbingMarks(world) },
)
process.send?.(results.map(({ facts }) => facts))
process.disconnect()
