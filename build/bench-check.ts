import path from 'node:path'
import { type Contender, race, type RaceOptions } from './bench-race.ts'
import { present, readers, wordsOf } from './bench-rivals.ts'
import { costColumns, costs, figure, markdown, medianSeconds, peakMebibytes, ratio } from './bench-table.ts'

export interface CheckBench extends RaceOptions {
  /** The built command line. */
  readonly program: string
  /** Folder of photos, and how many there are. */
  readonly photos: string
  readonly count: number
  /** For the program's own data; every cold run gets a new folder below it. */
  readonly home: string
}

/** `kepuri check` of photos that it has never seen, beside programs that read the same files. @returns a table, and how it meets the aims */
export async function benchCheck({ program, photos, count, home, ...options }: CheckBench): Promise<string> {
  let runs = 0
  const cold = () => ({ KEPURI_DATA_DIR: path.join(home, 'cold', String((runs += 1))) })
  const warm = () => ({ KEPURI_DATA_DIR: path.join(home, 'seen') })
  // Photos without a form have findings: 1 is as it should be.
  const words = [
    'sh',
    '-c',
    'node "$1" check "$2" --task media > /dev/null; [ $? -eq 1 ]',
    'sh',
    program,
    photos,
  ]
  const contenders: Contender[] = [
    { label: 'kepuri check', words, environment: cold },
    { label: 'kepuri check（第二次）', words, environment: warm },
    ...present(readers, options.say).map((rival) => ({
      label: rival.label,
      words: wordsOf(rival, photos, ''),
    })),
  ]
  const results = await race(contenders, options)
  const [ours] = results
  if (!ours) throw new Error('no result')
  const eachOf = (seconds: number) => (seconds / count) * 1000
  const rows = results.map((result) => [
    result.label,
    ...costs(result),
    figure(eachOf(medianSeconds(result)), 1),
    `${figure(ratio(result, ours), 2)}×`,
  ])
  return [
    markdown(['检查', ...costColumns, 'ms/张', '比 check'], rows),
    `\n目标：每张不超过 40 ms（这次 ${figure(eachOf(medianSeconds(ours)), 0)}），内存低于 250 MB（这次 ${figure(peakMebibytes(ours), 0)}）`,
  ].join('\n')
}
