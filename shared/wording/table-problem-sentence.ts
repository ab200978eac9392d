import type { Format } from '../facts.ts'
import type { TableProblem } from '../lists/raw-table.ts'
import { formatNames } from './format-names.ts'
import { bytesText, grouped } from './measures.ts'
import { systemReason } from './system-reason.ts'

type Problem = TableProblem['problem']
type TableProblemOf<P extends Problem> = Extract<TableProblem, { problem: P }>

const isFormat = (text: string): text is Format => text in formatNames

const sentences = {
  'not-a-table-file': ({ format }) =>
    `这是${formatNames[isFormat(format) ? format : 'unknown']}，不是表格；清单要用xlsx、xls、et、csv或docx`,
  'old-word': () => '这是老格式的Word或WPS文档；请用Word或WPS打开，另存为“.docx”再试',
  encrypted: () => '文件设了打开密码；请去掉密码，存盘后再试',
  damaged: () => '文件损坏了，读不到底；请让发来的人重发一次',
  'too-large': ({ bytes, limit }) =>
    `文件有 ${bytesText(bytes)}，最多能读 ${bytesText(limit)}；请删去里面的图片和多余的工作表，或分几次读`,
  'too-many-rows': ({ rows, limit }) =>
    `表里有 ${grouped(rows)} 行，最多能读 ${grouped(limit)} 行；请删去空行，或分成几个文件，分几次读`,
  'no-tables': () => '文件能打开，里面没有表格；请看看是不是发错了文件',
  unreadable: ({ reason }) => `系统读不出这个文件：${systemReason(reason)}`,
} satisfies { readonly [P in Problem]: (problem: TableProblemOf<P>) => string }

/** Why no table could be taken out of a file, and what to do. */
export function tableProblemSentence(problem: TableProblem): string {
  const sentence = sentences[problem.problem] as (problem: TableProblem) => string
  return sentence(problem)
}
