import type { FileLog } from '../hosting/file-log.ts'
import type { Browser } from '../hosting/find-chromium.ts'
import type { Contract } from '../shared/contract.ts'
import type { Client } from '../shared/operation.ts'
import type { Step } from '../shared/operation.ts'
import type { ExitCode } from './exit-code.ts'

/** An option of a command, as help, parser and documentation all read it. */
export interface Option {
  readonly name: string
  /** What stands for the value in help: `FILE`; an option without one is a switch. */
  readonly value?: string
  readonly repeated?: true
  readonly required?: true
  readonly help: string
}

/** The words after a command, parsed. */
export interface Arguments {
  readonly paths: readonly string[]
  /** The option's last value. */
  text(name: string): string | undefined
  /** All values of a repeated option. */
  texts(name: string): readonly string[]
  has(name: string): boolean
}

/** What a command works with. */
export interface Terminal {
  /** In this process, made when it is first asked for. */
  readonly engine: Client<Contract>
  readonly claim: (path: string) => string
  /** Where caches and projects lie. */
  readonly dataDir: string
  /** Where the build of the window lies. */
  readonly windowDir: string
  /** The browser that prints PDF files, or why there is none. */
  readonly browser: Browser
  readonly log: FileLog
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
  readonly now: () => Date
  /** The command's result: the JSON document with `--json`, otherwise sentences. */
  readonly answer: (json: unknown, text: string) => void
  /** A remark beside the result, on stderr. */
  readonly remark: (text: string) => void
}

export interface Command {
  readonly name: string
  /** What stands after the name: `<文件夹或文件…>`. */
  readonly paths: { readonly label: string; readonly least: number; readonly most: number }
  readonly summary: string
  readonly options: readonly Option[]
  readonly run: (args: Arguments, terminal: Terminal) => Promise<ExitCode>
}

/** Wrong words on the command line; the message is for people and is all that is printed. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
