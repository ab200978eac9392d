import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Contender, race, type RaceOptions } from './bench-race.ts'
import { copying, flushed, packers, present, wordsOf } from './bench-rivals.ts'
import type { Stages } from './bench-stages.ts'
import {
  costColumns,
  costs,
  figure,
  markdown,
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
  const { signal, target } = options
  const known = { KEPURI_DATA_DIR: path.join(home, 'known') }
  const [unit, form] = await filledForm(program, material, home, known, signal)
  // One archive, as the rivals make one.
  const script = `node "$3" pack "$1" --task media --unit "$4" --sheet "$5" --out "$2" --plan big --no-pdf > /dev/null && ${flushed}`
  const contenders: Contender[] = [
    {
      label: 'kepuri pack（整个命令：核对、文档、写入、落盘、重读核对、校验值）',
      words: ['sh', '-c', script, 'sh', material, target, program, unit, form],
      environment: () => known,
    },
    ...present([copying, ...packers], options.say).map((rival) => ({
      label: rival.label,
      words: wordsOf(rival, material, target),
    })),
    { label: '引擎', words: ['node', stagesScript, material, target] },
  ]
  const results = await race(contenders, options)
  const yardstick = results.find(({ label }) => label === copying.label)
  const sevenZip = results.find(({ label }) => label === packers[0]?.label)
  const [command, stages] = [results.at(0), results.at(-1)]
  if (!command || !stages) throw new Error('no result')
  const engine = stageResult(
    stages,
    'packed',
    '引擎的打包：写入、落盘、重读核对、校验值（不含程序启动和文档）',
  )
  const shown = [
    command,
    engine,
    stageResult(stages, 'folder', '同上，写成文件夹（U盘）'),
    stageResult(stages, 'written', '只写入并落盘，不核对'),
    ...results.slice(1, -1),
  ]
  const rows = shown.map((result) => [
    result.label,
    ...costs(result),
    figure(bytes / 1e6 / medianSeconds(result), 0),
    `${figure(ratio(result, yardstick), 2)}×`,
    `${figure(ratio(result, sevenZip), 2)}×`,
  ])
  const told = (result: Result) =>
    `${figure(ratio(result, yardstick), 2)} / ${figure(ratio(result, sevenZip), 2)}`
  return [
    markdown(['打包', ...costColumns, 'MB/s', '比 cp -r', '比 7z -mx0'], rows),
    `\n目标：不超过 cp -r 的 1.3 倍、7z -mx0 的 0.6 倍（这次引擎 ${told(engine)}，整个命令 ${told(command)}），内存不超过 150 MB（这次 ${figure(peakMebibytes(command), 0)}）`,
  ].join('\n')
}

/** The memory of packing very large videos: one run, for what counts is the peak. @returns a sentence */
export async function benchLarge({
  program,
  material,
  bytes,
  home,
  target,
  signal,
  say,
}: PackBench): Promise<string> {
  const known = { KEPURI_DATA_DIR: path.join(home, 'known-large') }
  const [unit, form] = await filledForm(program, material, home, known, signal)
  await mkdir(target, { recursive: true })
  const words = ['pack', material, '--task', 'media', '--unit', unit, '--sheet', form, '--out', target]
  const run = await measuredRun(['node', program, ...words, '--plan', 'disk', '--no-pdf'], {
    signal,
    environment: known,
  })
  await rm(target, { recursive: true, force: true })
  say(`大视频　${run.seconds.toFixed(0)} s`)
  const peak = run.peakBytes === undefined ? undefined : run.peakBytes / 1024 / 1024
  return `${figure(bytes / 1e9, 1)} GB 视频（源文件是稀疏文件），写成文件夹：${figure(run.seconds, 0)} s，${figure(bytes / 1e6 / run.seconds, 0)} MB/s，内存峰值 ${figure(peak, 0)} MB（目标 150）`
}

/** Has the program measure the files and write its form, and fills it in. @returns paths of unit.json and the form */
async function filledForm(
  program: string,
  material: string,
  home: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<[string, string]> {
  const [unit, form] = [path.join(home, 'unit.json'), path.join(home, `${path.basename(material)}.xlsx`)]
  const particulars = { class: 'member', region: '沈阳市', contact: '张三', phone: '024-12345678' }
  await writeFile(unit, JSON.stringify({ name: '沈阳市科协', ...particulars }))
  const words = ['node', program, 'form', material, '--task', 'media', '--unit', unit, '--out', form]
  await measuredRun(words, { signal, environment })
  await fillForm(form, () => answers)
  return [unit, form]
}

/** What the engine's own clock told of one stage, as if it were a contender: the start of node is not in it. */
const stageResult = ({ runs }: Result, stage: keyof Stages, label: string): Result => ({
  label,
  runs: runs.map(({ output }) => ({
    seconds: (JSON.parse(output) as Stages)[stage],
    cpuSeconds: undefined,
    peakBytes: undefined,
    output: '',
  })),
})
