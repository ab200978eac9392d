import { existsSync } from 'node:fs'
import { type Command, UsageError } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { openSubmission } from '../open-submission.ts'
import { openTask } from '../open-task.ts'
import { sharedOptions } from '../options.ts'

/** `kepuri form`: the sheet to fill in, with all that files and folders already tell. */
export const formCommand: Command = {
  name: 'form',
  paths: { label: '<文件夹或文件…>', least: 1, most: Infinity },
  summary: '写出一张供 Excel 填写的说明表，拍摄时间和题目能认出来的先填好',
  options: [
    sharedOptions.task,
    { name: 'out', value: 'form.xlsx', required: true, help: '说明表写到哪里' },
    sharedOptions.notice,
    sharedOptions.unit,
    { ...sharedOptions.sheet, help: '以前填过的说明表，内容带进新表' },
    sharedOptions.json,
  ],
  async run(args, terminal) {
    const out = args.text('out') ?? ''
    // A slip here would cost a filled-in form, or a photo.
    if (existsSync(out)) throw new UsageError(`“${out}”已经有了，没有覆盖；请换一个名称或文件夹。`)
    const { notice, submission } = await openSubmission(args, terminal, await openTask(args, terminal))
    const written = await terminal.engine['form.write']({
      notice: notice.id,
      submission,
      out: terminal.claim(out),
    })
    terminal.answer(
      written,
      `说明表已写好：${written.path}，共 ${written.rows} 行。请用 Excel 或 WPS 填写后保存，再用 --sheet 交回来。`,
    )
    return exitCodes.fine
  },
}
