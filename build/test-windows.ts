import { extractAll } from '@electron/asar'
import { spawnSync } from 'node:child_process'
import { cp, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { treeName, windows as windowsTarget } from './installer/target.ts'
import { proveRefusals } from './installer/refusals.ts'
import { isStale } from './start-stamp.ts'
import { walkClerksWay } from './windows/clerks-way.ts'
import { compareAnswers, compareWritten } from './windows/compare-answers.ts'
import { openMachine } from './windows/machine.ts'
import { writeMaterial } from './windows/material.ts'
import { testByOthers } from './windows/other-readers.ts'
import { ensurePrograms } from './windows/programs.ts'
import { proveServed } from './windows/prove-served.ts'
import { notDone, summary } from './windows/summary.ts'
import { makePrefix } from './windows/wine-prefix.ts'
import { windowsNode } from './windows/windows-node.ts'

/**
 * `npm run test:windows`: the folder as Windows gets it is built with a stub in Electron's place and verified, and its
 * engine is run by Windows' Node under Wine the whole way of a clerk; what comes of it is held against the same on Linux.
 *
 * Ends with 0 when all is proven, 1 where something differs, 3 where nothing could be tried.
 */
const root = path.join(import.meta.dirname, '..')
const cache = path.join(root, 'node_modules', '.cache', 'test-windows')
const work = path.join(cache, 'run')
const logs = path.join(work, 'logs')
const began = performance.now()
const proven: string[] = []
const seen = (line: string) => {
  proven.push(line)
  console.log(`[${((performance.now() - began) / 1000).toFixed(0)} s] ${line}`)
}

async function buildTree(): Promise<string> {
  if (isStale(root)) run('build/compile.ts')
  run('build/dist.ts', 'win', '--stub')
  const tree = path.join(root, 'dist', 'win-stub', treeName(windowsTarget))
  seen('the Windows tree is built with a stub runtime, and the verifier finds it right')
  const passed = await proveRefusals(root, tree, seen)
  if (passed.length > 0) throw new Error(passed.join('\n'))
  return tree
}

function run(script: string, ...words: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${script} ${words.join(' ')} ended with ${String(status)}`)
}

/** The packed program as Node finds it: what Electron reads out of its archive lies in a folder. */
async function unpackProgram(tree: string, folder: string): Promise<void> {
  const archive = path.join(tree, 'resources', 'app.asar')
  await mkdir(folder, { recursive: true })
  extractAll(archive, folder)
  await cp(`${archive}.unpacked`, folder, { recursive: true })
}

async function proveWindows(): Promise<void> {
  await rm(work, { recursive: true, force: true })
  await mkdir(logs, { recursive: true })
  const tree = await buildTree()
  const node = await windowsNode(cache, path.join(logs, 'node'))
  const material = path.join(work, 'material')
  await writeMaterial(material)
  const prefix = await makePrefix(path.join(work, 'prefix'), { D: material }, logs)
  try {
    seen(
      `${prefix.version}${prefix.shimmed ? ', with our shim of ProcessPrng' : ''}, node.exe ${node.version}`,
    )
    await unpackProgram(tree, path.join(prefix.driveC, '程序 文件', '科普日报送助手'))
    const home = path.join(work, 'linux', '王 丽')
    const windows = openMachine({
      name: 'Windows',
      node: ['wine', node.file],
      program: 'C:\\程序 文件\\科普日报送助手',
      material: { written: 'D:\\', here: material },
      own: { written: 'C:\\users\\王 丽', here: path.join(prefix.driveC, 'users', '王 丽') },
      logs,
      environment: prefix.environment,
    })
    const linux = openMachine({
      name: 'Linux',
      node: [process.execPath],
      program: root,
      material: { written: material, here: material },
      own: { written: home, here: home },
      logs,
      environment: {},
    })
    const [theirs, ours] = await Promise.all([walkClerksWay(windows), walkClerksWay(linux)])
    const problems = [...compareAnswers(theirs.answers, ours.answers)]
    if (problems.length === 0) seen(`${theirs.answers.size} commands on Chinese paths answer as on Linux`)
    for (const { title, identical, equivalent, problems: unlike } of await compareWritten(
      theirs.written,
      ours.written,
    )) {
      problems.push(...unlike.map((line) => `${title}: ${line}`))
      if (unlike.length === 0)
        seen(`${title}: ${identical} files equal byte for byte, ${equivalent} but for the time of packing`)
    }
    // Each machine's packages, proven on the other.
    const places = Object.values(theirs.written.packages)
    const crossed = await linux.kepuri('verify-crossed', ['verify', ...places])
    if (crossed.code === 0) seen(`Linux verifies the ${places.length} packages that Windows wrote`)
    else problems.push(`Linux refuses what Windows wrote: ${crossed.out.slice(-600)}`)
    await cp(path.join(work, 'linux', '王 丽'), windows.here('来自 Linux'), { recursive: true })
    const names = Object.values(ours.written.packages).map((place) =>
      windows.own('来自 Linux', ...path.relative(home, place).split(path.sep)),
    )
    const back = await windows.kepuri('verify-back', ['verify', ...names])
    if (back.code === 0) seen(`Windows verifies the ${names.length} packages that Linux wrote`)
    else problems.push(`Windows refuses what Linux wrote: ${back.out.slice(-600)}`)
    for (const place of places.filter((one) => !one.includes('U 盘'))) testByOthers(place)
    seen(`other programs find the archives whole: ${testByOthers(places[0] ?? '').join(', ')}`)
    const log = path.join(logs, 'serve-Windows')
    for (const line of await proveServed(windows, windows.own('文档', '科普日报送'), log)) seen(line)
    if (problems.length > 0) throw new Error(`Windows and Linux differ:\n${problems.join('\n')}`)
  } finally {
    prefix.close()
  }
}

const programs = ensurePrograms()
if (!programs.ready) {
  console.log(`${notDone}\n${programs.why}`)
  process.exitCode = 3
} else
  try {
    await proveWindows()
    console.log(summary(proven))
    await rm(work, { recursive: true, force: true })
  } catch (error) {
    console.error(`✕ ${error instanceof Error ? error.message : String(error)}\n日志 logs: ${logs}`)
    process.exitCode = 1
  }
// A host that serves under Wine is ended with its prefix; its promise is not waited for.
process.exit()
