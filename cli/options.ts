import type { Option } from './command.ts'

/** Options that several commands share. */
export const sharedOptions = {
  task: {
    name: 'task',
    value: 'TASK',
    required: true,
    help: '任务：media 宣传素材，activities 重点活动清单，history 历年图片',
  },
  notice: { name: 'notice', value: 'ID|FILE', help: '通知：编号或规则包文件，默认 liaoning-2023' },
  unit: { name: 'unit', value: 'unit.json', help: '报送单位信息文件' },
  sheet: { name: 'sheet', value: 'form.xlsx', help: '填好的说明表' },
  waive: {
    name: 'waive',
    value: 'CODE=REASON',
    repeated: true,
    help: '写明原因，保留一类不合格项（可写多次）',
  },
  declare: { name: 'declare', value: 'all|ID', repeated: true, help: '确认任务要求的声明' },
  thumbnails: { name: 'thumbnails', help: '在Word说明文档里放小图（只用于宣传素材）' },
  noPdf: {
    name: 'no-pdf',
    help: '不生成 PDF；不写就用本机的浏览器打印（环境变量 CHROMIUM 指明只用哪个，none 表示都不用）',
  },
  json: { name: 'json', help: '在标准输出写一份 JSON，给人看的文字写到标准错误' },
} as const satisfies Record<string, Option>
