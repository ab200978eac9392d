import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchCheck } from './bench-check.ts'
import { copyPhotos, makePhotos, makeSparseVideos, makeVideos } from './bench-corpus.ts'
import { benchLists } from './bench-lists.ts'
import { benchLarge, benchPack } from './bench-pack.ts'
import { race } from './bench-race.ts'
import { figure, medianSeconds } from './bench-table.ts'
import { makeTables } from './bench-tables.ts'

/**
 * `npm run bench [-- --small] [--rounds N] [--dir DIR]`: the built program against others, on made files, in one run.
 * The tables go to stdout, what is going on to stderr. Wants a shell, and about 12 GB in the folder (400 MB with `--small`).
 */
const { values } = parseArgs({
  options: {
    small: { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
    dir: { type: 'string', default: tmpdir() },
  },
})
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 1)
const size = values.small
  ? { photos: 12, copies: 15, workbooks: 10, videos: 2, videoBytes: 20e6, large: 2, largeBytes: 100e6 }
  : {
      photos: 60,
      copies: 135,
      workbooks: 50,
      videos: 5,
      videoBytes: 95e6,
      large: 4,
      largeBytes: 2 * 1024 ** 3,
    }
const program = path.join(import.meta.dirname, '..', 'out', 'cli', 'kepuri.js')

const interrupt = new AbortController()
const { signal } = interrupt
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => interrupt.abort(new Error('已中断')))
const say = (line: string) => console.error(line)

async function bench(home: string): Promise<void> {
  const [load = 0] = loadavg()
  const [photos, material] = [path.join(home, '照片'), path.join(home, '素材')]
  const options = { rounds, target: path.join(home, 'target'), signal, say, home, program }
  say(`在 ${home} 生成测试文件……`)
  const photoBytes = await makePhotos(photos, size.photos, signal)
  const names = (await readdir(photos)).map((name) => path.join(photos, name))
  const copied = await copyPhotos(names, path.join(material, '照片'), size.copies, signal)
  const bytes = copied + (await makeVideos(path.join(material, '视频'), size.videos, size.videoBytes, signal))

  const tables = path.join(home, '清单')
  const rows = await makeTables(tables, size.workbooks, 100)

  const [start] = await race([{ label: 'kepuri --version', words: ['node', program, '--version'] }], options)
  const check = await benchCheck({ ...options, photos, count: size.photos })
  const lists = await benchLists({ ...options, tables, rows })
  const pack = await benchPack({ ...options, material, bytes })
  const long = path.join(home, '长片')
  await makeSparseVideos(long, size.large, size.largeBytes)
  const large = await benchLarge({ ...options, material: long, bytes: size.large * size.largeBytes })
  const machine = [
    `${cpus()[0]?.model.trim() ?? '?'}，${availableParallelism()} 核`,
    `内存 ${figure(totalmem() / 1024 ** 3, 0)} GB`,
    `${process.platform} ${release()}`,
    `node ${process.version}`,
    `开始时负载 ${figure(load, 1)}`,
  ]
  console.log(
    [
      `机器：${machine.join('，')}`,
      `各项轮流进行 ${rounds} 轮，之前热身一轮；比值是各轮比值的中位数；源文件在系统缓存里；写的都写到落盘为止。`,
      ...(values.small ? ['小样本：启动占了大头，目标只对完整运行有意义。'] : []),
      `程序启动（--version）：${figure(start && medianSeconds(start), 2)} s`,
      `\n### ${size.photos} 张 1200 万像素照片，共 ${figure(photoBytes / 1e6, 0)} MB，第一次检查\n`,
      check,
      `\n### ${rows} 项活动，在 ${size.workbooks} 个工作簿里，读取、合并、检查\n`,
      lists,
      `\n### ${size.copies} 张照片和 ${size.videos} 个视频，共 ${figure(bytes / 1e6, 0)} MB，检查过以后打包\n`,
      pack,
      `\n${large}`,
    ].join('\n'),
  )
}

const home = await mkdtemp(path.join(values.dir, 'kepuri-bench-'))
try {
  await bench(home)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = signal.aborted ? 130 : 1
} finally {
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
}
