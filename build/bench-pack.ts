import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Contender, race, type RaceOptions } from './bench-race.ts'
import { copying, flushed, packers, present, wordsOf } from './bench-rivals.ts'
import type { Stages } from './bench-stages.ts'
import {
  costColumns,
  costs,
  figure,
  markdown,
  median,
  medianSeconds,
  peakMebibytes,
  ratio,
  type Result,
} from './bench-table.ts'
import { fillForm } from './fill-form.ts'
import { measuredRun } from './measured-run.ts'

export interface PackBench extends RaceOptions {
  /** The built command line. */
  readonly program: string
  /** Folder of photos and videos that pass the check, and their bytes. */
  readonly material: string
  readonly bytes: number
  /** For unit, form and the program's own data. */
  readonly home: string
}

const stagesScript = path.join(import.meta.dirname, 'bench-stages.ts')
const answers = {
  题目: '科普活动',
  拍摄者或来源: '市科协供图',
  拍摄时间: '2023年5月20日',
  拍摄地点: '沈阳市',
  简介: '科普大篷车进校园，同学们动手做实验。',
}

/** `kepuri pack` of files that have been checked, beside other ways to write them into one place. @returns tables, and how it meets the aims */
export async function benchPack({ program, material, bytes, home, ...options }: PackBench): Promise<string> {
  const [unit, form] = [path.join(home, 'unit.json'), path.join(home, 'form.xlsx')]
  const known = { KEPURI_DATA_DIR: path.join(home, 'known') }
  const particulars = {
    name: '沈阳市科协',
    class: 'member',
    region: '沈阳市',
    contact: '张三',
    phone: '024-12345678',
  }
  await writeFile(unit, JSON.stringify(particulars))
  const formWords = ['node', program, 'form', material, '--task', 'media', '--unit', unit, '--out', form]
  await measuredRun(formWords, { signal: options.signal, environment: known })
  await fillForm(form, () => answers)

  const script = `node "$3" pack "$1" --task media --unit "$4" --sheet "$5" --out "$2" --no-pdf > /dev/null && ${flushed}`
  const contenders: Contender[] = [
    {
      label: 'kepuri pack（含核对、校验值）',
      words: ['sh', '-c', script, 'sh', material, options.target, program, unit, form],
      environment: () => known,
    },
    ...present([copying, ...packers], options.say).map((rival) => ({
      label: rival.label,
      words: wordsOf(rival, material, options.target),
    })),
    { label: '各阶段', words: ['node', stagesScript, material, options.target] },
  ]
  const results = await race(contenders, options)
  const yardstick = results.find(({ label }) => label === copying.label)
  const sevenZip = results.find(({ label }) => label === packers[0]?.label)
  const [ours, stages] = [results.at(0), results.at(-1)]
  if (!ours || !stages) throw new Error('no result')
  const rows = results
    .slice(0, -1)
    .map((result) => [
      result.label,
      ...costs(result),
      figure(bytes / 1e6 / medianSeconds(result), 0),
      `${figure(ratio(result, yardstick), 2)}×`,
    ])
  return [
    markdown(['打包', ...costColumns, 'MB/s', '比 cp -r'], rows),
    `\n目标：不超过 cp -r 的 2 倍（这次 ${figure(ratio(ours, yardstick), 2)}），比 7z 快（这次是它的 ${figure(ratio(ours, sevenZip), 2)} 倍），内存低于 250 MB（这次 ${figure(peakMebibytes(ours), 0)}）\n`,
    stagesTable(stages, bytes),
  ].join('\n')
}

function stagesTable({ runs }: Result, bytes: number): string {
  const all = runs.map(({ output }) => JSON.parse(output) as Stages)
  const row = (label: string, key: keyof Stages) => {
    const seconds = median(all.map((stages) => stages[key]))
    return [label, figure(seconds, 2), figure(bytes / 1e6 / seconds, 0)]
  }
  return markdown(
    ['pack 的阶段，单独依次', '中位 s', 'MB/s'],
    [
      row('写入：读原文件、写压缩包（CRC-32 取自检查）', 'write'),
      row('落盘：fsync', 'flush'),
      row('重新打开核对：逐个文件 SHA-256', 'proof'),
      row('整包 SHA-256', 'checksum'),
      row('后三项同时进行（pack 的做法）', 'together'),
    ],
  )
}
