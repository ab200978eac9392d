import { programName } from '../shared/wording/program-name.ts'
import type { Command } from './command.ts'

/** Help for one command. */
export function commandHelp(command: Command): string {
  const lines = command.options.map(({ name, value, help, required }) => {
    const left = `  --${name}${value === undefined ? '' : ` ${value}`}`
    return `${left.padEnd(30)}${help}${required ? '（必填）' : ''}`
  })
  return [
    command.summary,
    '',
    `用法：${['kepuri', command.name, command.paths.label, '[选项]'].filter(Boolean).join(' ')}`,
    '',
    ...lines,
    `  --help`.padEnd(30) + '显示这段说明',
  ].join('\n')
}

/** Help for the whole program. */
export function programHelp(commands: readonly Command[], version: string): string {
  return [
    `${programName} kepuri ${version}`,
    '按通知要求检查、填写、打包、核对报送材料。原文件不会被改动，不连接网络。',
    '',
    '用法：kepuri <命令> …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`),
    '',
    '每个命令都可以加 --help 查看说明，加 --json 输出一份 JSON。',
    '退出码：0 正常；1 材料有不合格项，没有写出任何文件；2 用法或输入文件有误；3 磁盘或系统故障；130 已取消。',
  ].join('\n')
}
