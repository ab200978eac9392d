import { noticeProblemSentence } from '../../shared/wording/notice-problem-sentence.ts'
import { type Command, UsageError } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { sharedOptions } from '../options.ts'

/** `kepuri notices`: what this installation knows; `notices validate FILE` for authors of rule packs. */
export const noticesCommand: Command = {
  name: 'notices',
  paths: { label: '[validate <规则包.json>]', least: 0, most: 2 },
  summary: '列出通知；notices validate 检验一个规则包文件并运行其中的用例',
  options: [sharedOptions.json],
  async run(args, terminal) {
    const [verb, file] = args.paths
    if (verb === undefined) {
      const notices = await terminal.engine['notice.list']({})
      const lines = notices.flatMap(({ id, version, title, documentNumber, tasks }) => [
        `${id}　${title}（${documentNumber}）　规则包 ${version}`,
        ...tasks.map((task) => `  ${task.id}　${task.annex} ${task.title}`),
      ])
      terminal.answer(notices, lines.join('\n'))
      return exitCodes.fine
    }
    if (verb !== 'validate' || file === undefined)
      throw new UsageError('用法：kepuri notices 或 kepuri notices validate <规则包.json>')
    const result = await terminal.engine['notice.validate']({ claim: terminal.claim(file) })
    const failed = result.cases.filter(({ ok }) => !ok)
    const lines = [
      ...result.problems.map(noticeProblemSentence),
      ...failed.map(
        ({ title, expected, actual }) =>
          `用例“${title}”不符：应得 ${expected.join('、') || '无'}，实得 ${actual.join('、') || '无'}`,
      ),
      result.ok ? `✓ ${file}：规则包可用，${result.cases.length} 个用例全部通过` : `✕ ${file}：规则包不能用`,
    ]
    terminal.answer(result, lines.join('\n'))
    return result.ok ? exitCodes.fine : exitCodes.badInput
  },
}
