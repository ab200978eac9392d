import { Fault } from '../../shared/faults.ts'
import type { Command } from '../command.ts'
import { openNotice } from '../open-task.ts'
import { sharedOptions } from '../options.ts'
import { runList } from '../run-list.ts'
import { sendingOptions } from '../sending.ts'

/** `kepuri activities`: tables of many offices, merged into one list; with `--out` checked, written and proven. */
export const activitiesCommand: Command = {
  name: 'activities',
  paths: { label: '<表格或文件夹…>', least: 1, most: Infinity },
  summary: '把各处报来的活动表格合成一份重点活动清单，检查合格后写出',
  options: [
    { ...sharedOptions.unit, required: true },
    { name: 'out', value: 'DIR', help: '写到哪个文件夹；不写就只检查' },
    { name: 'template', value: 'official.xlsx', help: '官方空白表，按它的样子填写' },
    {
      name: 'map',
      value: '列名=字段',
      repeated: true,
      help: '说明某一列是什么，不用就写“列名=不用”（可写多次）',
    },
    {
      name: 'column',
      value: '字段',
      repeated: true,
      help: '清单里加上一个可选的栏，如“报送单位”（可写多次）',
    },
    {
      name: 'leave',
      value: '文件名',
      repeated: true,
      help: '不用这个文件：读不出活动也照样写出清单（可写多次）',
    },
    { name: 'hidden', help: '隐藏的工作表也要' },
    sharedOptions.notice,
    sharedOptions.waive,
    sendingOptions.plan,
    sendingOptions.cap,
    sendingOptions.eml,
    sharedOptions.noPdf,
    sharedOptions.json,
  ],
  async run(args, terminal) {
    const notice = await openNotice(args, terminal)
    const task = notice.tasks.find((one) => one.kind === 'table')
    if (!task) {
      const known = notice.tasks.map(({ id, title }) => `${id}（${title}）`)
      throw new Fault({ code: 'task-unknown', task: 'activities', known })
    }
    return runList(args, terminal, { notice, task })
  },
}
