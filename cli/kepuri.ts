#!/usr/bin/env node
import { randomUUID } from 'node:crypto'
import { createEngine } from '../engine/engine.ts'
import { contract } from '../shared/contract.ts'
import { Fault, type FaultData } from '../shared/faults.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import { faultSentence } from '../shared/wording/fault-sentence.ts'
import { type Command, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { dataDir } from './data-dir.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts'
import { createFileLog } from './file-log.ts'
import { commandHelp, programHelp } from './help.ts'
import { findInstallation } from './installation.ts'
import { parse } from './parse.ts'
import { printable } from './printable.ts'
import { progressLine } from './progress-line.ts'

// A reader that has gone (`kepuri check … | head`) is not our failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

// Chosen before anything is printed, and set rather than called: a pipe must be drained before the process ends.
process.exitCode = await main(process.argv.slice(2))

async function main([name, ...words]: readonly string[]): Promise<ExitCode> {
  const installation = findInstallation(import.meta.url)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${programHelp(commands, installation.version)}\n`)
    return name === undefined ? exitCodes.badInput : exitCodes.fine
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${installation.version}\n`)
    return exitCodes.fine
  }
  const command = commands.find((one) => one.name === name)
  if (!command) return fail(`没有 ${name} 这个命令。用 kepuri --help 查看全部命令。`, exitCodes.badInput)
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`${commandHelp(command)}\n`)
    return exitCodes.fine
  }
  return run(command, words, installation)
}

async function run(
  command: Command,
  words: readonly string[],
  installation: ReturnType<typeof findInstallation>,
): Promise<ExitCode> {
  const now = () => new Date()
  const folder = dataDir(process.env, process.platform)
  const log = createFileLog(folder, now)
  const { version, resourcesDir, ffprobe } = installation
  const engine = createEngine({
    version,
    dataDir: folder,
    resourcesDir,
    ffprobe,
    log: log.log,
    now,
    newId: () => randomUUID(),
  })
  const ports = joinedPorts<Request, Reply>()
  serve(contract, engine.operations, ports.far, log.report)

  const interrupt = new AbortController()
  const onInterrupt = () => interrupt.abort()
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onInterrupt)
  const progress = progressLine(process.stderr, Date.now)
  const json = words.includes('--json')
  const say = (stream: NodeJS.WriteStream, text: string) => {
    progress.clear()
    stream.write(`${text}\n`)
  }
  try {
    return await command.run(parse(command, words), {
      engine: connect(contract, ports.near),
      claim: engine.claim,
      signal: interrupt.signal,
      onProgress: progress.show,
      now,
      answer(result, text) {
        if (json) say(process.stdout, JSON.stringify(result, null, 2))
        say(json ? process.stderr : process.stdout, printable(text))
      },
      remark: (text) => say(process.stderr, printable(text)),
    })
  } catch (error) {
    progress.clear()
    const fault = faultOf(error, command, log.report)
    const message = error instanceof UsageError ? error.message : faultSentence(fault)
    if (json) process.stdout.write(`${JSON.stringify({ fault, message }, null, 2)}\n`)
    const place = fault.code === 'internal' ? `（日志：${log.file}）` : ''
    return fail(`${message}${place}`, exitCodeOf(fault))
  } finally {
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onInterrupt)
    ports.close()
  }
}

function faultOf(error: unknown, command: Command, report: (error: unknown) => string): FaultData {
  if (error instanceof Fault) return error.data
  if (error instanceof UsageError)
    return { code: 'bad-request', operation: command.name, detail: error.message }
  return { code: 'internal', reference: report(error) }
}

/** Failures are told in one line, whatever file names and parsers put into the sentence. */
function fail(message: string, code: ExitCode): ExitCode {
  process.stderr.write(`${printable(message.replaceAll(/\s*[\r\n]\s*/g, ' '))}\n`)
  return code
}
