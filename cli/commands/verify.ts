import type { Command } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { openNotice } from '../open-task.ts'
import { sharedOptions } from '../options.ts'
import { verifiedLines } from '../../shared/wording/verified-lines.ts'

/** `kepuri verify`: reopens packages, from us or from others. */
export const verifyCommand: Command = {
  name: 'verify',
  paths: { label: '<压缩包或文件夹…>', least: 1, most: Infinity },
  summary: '重新打开压缩包，核对每个文件的校验值和通知的规则',
  options: [sharedOptions.notice, sharedOptions.json],
  async run(args, terminal) {
    const { engine, claim, signal, onProgress } = terminal
    // A pack from a file is known to the engine once it is loaded.
    if (args.has('notice')) await openNotice(args, terminal)
    const verified = await engine['package.verify']({ claims: args.paths.map(claim) }, { signal, onProgress })
    terminal.answer(verified, verifiedLines(verified.packages).join('\n'))
    return verified.ok ? exitCodes.fine : exitCodes.findings
  },
}
