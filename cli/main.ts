import { chromiumPrinter } from '../hosting/chromium-printer.ts'
import { dataDir } from '../hosting/data-dir.ts'
import { createFileLog } from '../hosting/file-log.ts'
import { lookForBrowser } from '../hosting/find-chromium.ts'
import { findInstallation, type Installation } from '../hosting/installation.ts'
import { Fault, type FaultData } from '../shared/faults.ts'
import { faultSentence } from '../shared/wording/fault-sentence.ts'
import { type Command, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts'
import { commandHelp, programHelp } from './help.ts'
import type { InProcessEngine } from './in-process-engine.ts'
import { listenForInterrupts } from './interrupts.ts'
import { parse } from './parse.ts'
import { printable } from './printable.ts'
import { progressLine } from './progress-line.ts'

// A reader that has gone (`kepuri check … | head`), or a terminal that was closed, is not our failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
  })

/** The terminal host: runs the command that the words name. @returns the code to exit with */
export async function main([name, ...words]: readonly string[]): Promise<ExitCode> {
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
  installation: Installation,
): Promise<ExitCode> {
  const now = () => new Date()
  const folder = dataDir(process.env, process.platform)
  const log = createFileLog(folder, now)
  let opened: InProcessEngine | undefined
  const browser = lookForBrowser(process.env, process.platform)
  const printPdf = 'program' in browser ? chromiumPrinter(browser.program) : undefined

  const interrupts = listenForInterrupts()
  const progress = progressLine(process.stderr, Date.now)
  const json = words.includes('--json')
  const say = (stream: NodeJS.WriteStream, text: string) => {
    progress.clear()
    stream.write(`${text}\n`)
  }
  try {
    const parsed = parse(command, words)
    // The engine and all it stands on are not loaded for a slip of the pen.
    const { openInProcessEngine } = await import('./in-process-engine.ts')
    const engine = () =>
      (opened ??= openInProcessEngine({ installation, dataDir: folder, printPdf, log, now }))
    return await command.run(parsed, {
      get engine() {
        return engine().client
      },
      claim: (given) => engine().claim(given),
      dataDir: folder,
      windowDir: installation.windowDir,
      browser,
      log,
      signal: interrupts.signal,
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
    interrupts.close()
    opened?.close()
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
