import type { Command } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { openNotice } from '../open-task.ts'
import { sharedOptions } from '../options.ts'
import { verifyProblemLines } from '../../shared/wording/verify-sentence.ts'

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
    const lines = verified.packages.flatMap(({ path, ok, items, problems }) => [
      ok ? `✓ ${path}：核对无误，共 ${items} 项` : `✕ ${path}：发现 ${problems.length} 处问题`,
      ...verifyProblemLines(problems).map((line) => `  ${line}`),
    ])
    terminal.answer(verified, lines.join('\n'))
    return verified.ok ? exitCodes.fine : exitCodes.findings
  },
}
