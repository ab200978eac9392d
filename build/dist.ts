import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeChecksums } from './installer/checksums.ts'
import { type DistWords, distUsage, readDistWords } from './installer/dist-words.ts'
import { filesBelow } from './installer/files-below.ts'
import { licenceFile } from './installer/licence-text.ts'
import { gatherLicences } from './installer/licences.ts'
import { type BuilderRun, reasonOf, runBuilder } from './installer/run-builder.ts'
import { layStage } from './installer/stage.ts'
import { stageModules } from './installer/stage-modules.ts'
import { makeStubRuntime, stubMarker } from './installer/stub-runtime.ts'
import { type DistTarget, linux, targetName, treeName, windows } from './installer/target.ts'
import { describeTree, verifyTree } from './installer/verify-tree.ts'

/**
 * `npm run dist:win`, `npm run dist:linux`: the program as clerks get it, in dist/. Everything is made in .stage/ and
 * takes its place in dist/ only when it has been verified.
 */
const root = path.join(import.meta.dirname, '..')
const work = path.join(root, '.stage')

async function dist(asked: DistWords): Promise<number> {
  const making = path.join(work, 'making', asked.system)
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const missed: string[] = []
  for (const target of asked.system === 'win' ? [windows] : linux) {
    const problem = await makeTree(asked, target, making)
    if (problem !== undefined) {
      console.error(problem)
      return 1
    }
    if (!asked.dirOnly) missed.push(...makeInstallers(target, making))
  }
  await publish(asked, making)
  for (const line of missed) console.error(line)
  return missed.length === 0 ? 0 : 1
}

/** @returns in plain words why there is no tree that could be handed out */
async function makeTree(asked: DistWords, target: DistTarget, making: string): Promise<string | undefined> {
  const began = performance.now()
  const stage = path.join(work, 'stage', targetName(target))
  const modules = stageModules(root, path.join(work, 'modules'), target)
  layStage(root, modules, stage)
  const licences = path.join(work, 'licences', `${asked.system}-${target.cpu}`)
  mkdirSync(licences, { recursive: true })
  writeFileSync(path.join(licences, licenceFile), gatherLicences(root, path.join(modules, 'node_modules')))
  console.log(`${targetName(target)}：要装的文件已备好（${seconds(began)} 秒）。`)

  const runtime = runtimeFor(asked, target)
  const { failure } = runBuilder(builderRun({ target, kind: 'dir', output: making, runtime }))
  const tree = path.join(making, treeName(target))
  if (failure !== undefined) return noTree(failure, runtime, tree)
  const problems = await verifyTree(tree, root, target, asked)
  if (problems.length > 0)
    return [
      `${targetName(target)} 没有通过检验，不能发给别人用：`,
      ...problems,
      `留在 ${tree} 供查看。`,
    ].join('\n')
  console.log([`${treeName(target)} 通过检验。`, ...describeTree(tree)].join('\n'))
  return undefined
}

function runtimeFor({ stub, runtime }: DistWords, target: DistTarget): string | undefined {
  if (!stub) return runtime && path.resolve(runtime)
  const folder = path.join(work, 'stub', targetName(target))
  makeStubRuntime(folder, target)
  return folder
}

function noTree(failure: string, runtime: string | undefined, tree: string): string {
  rmSync(tree, { recursive: true, force: true })
  writeFileSync(path.join(work, 'electron-builder.log'), failure)
  return [
    `没有生成：${reasonOf(failure)}。electron-builder 的原话在 ${path.join(work, 'electron-builder.log')}。`,
    ...(runtime === undefined
      ? [
          'Electron 运行环境要从网上下载。下载不到时可以设置 ELECTRON_MIRROR 换一个下载地址，',
          '或者把别处下载的 Electron 解开，用 --runtime 文件夹 指明。只检验打包：--stub。',
        ]
      : []),
  ].join('\n')
}

const installers = { win32: ['nsis', 'portable', 'zip'], linux: ['deb'] } as const

/** Each by itself, of the verified tree: one whose tools cannot be had does not cost the others. */
function makeInstallers(target: DistTarget, making: string): readonly string[] {
  return installers[target.os].flatMap((kind) => {
    const tree = path.join(making, treeName(target))
    const output = path.join(making, `${kind}-${target.cpu}`)
    const { failure } = runBuilder(builderRun({ target, kind, output, tree }))
    const made = existsSync(output)
      ? readdirSync(output).filter((file) => /\.(?:exe|zip|deb)$/.test(file))
      : []
    if (failure === undefined)
      for (const file of made) renameSync(path.join(output, file), path.join(making, file))
    rmSync(output, { recursive: true, force: true })
    if (failure === undefined && made.length > 0) return []
    return [`没有做成 ${kind}（${target.cpu}）：${reasonOf(failure ?? '没有生成文件')}。`]
  })
}

type Asked = Pick<BuilderRun, 'target' | 'kind' | 'output'> & Partial<Pick<BuilderRun, 'runtime' | 'tree'>>
const builderRun = ({ runtime, tree, ...rest }: Asked): BuilderRun => ({
  root,
  stage: path.join(work, 'stage', targetName(rest.target)),
  runtime,
  tree,
  ...rest,
})

/** Checksums last, then everything gets its name at once. */
async function publish({ system, stub }: DistWords, making: string): Promise<void> {
  for (const file of readdirSync(making))
    if (/^builder-|^\.icon/.test(file)) rmSync(path.join(making, file), { recursive: true })
  const made = readdirSync(making).filter((file) => /\.(?:exe|zip|deb)$/.test(file))
  if (made.length > 0) await writeChecksums(making, 'SHA256SUMS', made)
  for (const tree of readdirSync(making).filter((name) => name.endsWith('-unpacked'))) {
    const files = filesBelow(path.join(making, tree)).map((file) => `${tree}/${file}`)
    await writeChecksums(making, `${tree}.sha256`, files)
  }
  const place = path.join(root, 'dist', stub ? `${system}-stub` : system)
  mkdirSync(path.dirname(place), { recursive: true })
  rmSync(place, { recursive: true, force: true })
  renameSync(making, place)
  console.log(`已放在 ${place}：${readdirSync(place).join('、')}`)
  if (stub) console.log(`注意：这是用替身做的（见 ${stubMarker}），不能运行，只证明打包正确；没有做安装包。`)
}

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(1)

const words = readDistWords(process.argv.slice(2))
if (!words) {
  console.error(distUsage)
  process.exitCode = 2
} else process.exitCode = await dist(words)
