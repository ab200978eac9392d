import type { FormProblem } from '../faults.ts'
import { bytesText, grouped, namesText } from './measures.ts'

type Problem = FormProblem['problem']
type FormProblemOf<P extends Problem> = Extract<FormProblem, { problem: P }>

const sentences = {
  'not-a-workbook': () => '打不开，不是能认的Excel表格；请用Excel或WPS另存为“.xlsx”再试',
  'too-large': ({ bytes, limit }) =>
    `表格有 ${bytesText(bytes)}，最多能读 ${bytesText(limit)}；请删去表里的图片和多余的工作表`,
  'no-header': ({ missing }) =>
    `没有找到表头，缺少${namesText(missing, 10)}；请用本软件导出的表格填写，不要改动表头`,
  'repeated-header': ({ label }) => `表头“${label}”出现了两次；请留一列，删去另一列`,
  'too-many-rows': ({ rows, limit }) =>
    `表格有 ${grouped(rows)} 行，最多能读 ${grouped(limit)} 行；请分成几个表格`,
  'unknown-file': ({ cell, file }) =>
    `${cell} 格的“${file}”不在材料里；请改成材料文件夹里的文件名，或删去这一行`,
  'repeated-file': ({ cell, file }) => `${cell} 格的“${file}”前面已经填过；一个文件只留一行`,
  'no-file': ({ cell }) => `${cell} 格没有写文件名；请写上这一行说的是哪个文件，或删去这一行`,
  formula: ({ cell, label }) => `${cell} 格（${label}）是公式；请复制后用“选择性粘贴－数值”换成文字`,
  'error-value': ({ cell, label, value }) => `${cell} 格（${label}）显示的是错误 ${value}；请重新填写`,
  merged: ({ range, label }) => `${range}（${label}）是合并的单元格；请取消合并，每一行都填上`,
  'cell-too-long': ({ cell, label, characters, limit }) =>
    `${cell} 格（${label}）有 ${grouped(characters)} 个字符，最多 ${grouped(limit)} 个；请删短`,
} satisfies { readonly [P in Problem]: (problem: FormProblemOf<P>) => string }

/** What is wrong with a filled-in form: where, what, and what to do. */
export function formProblemSentence(problem: FormProblem): string {
  const sentence = sentences[problem.problem] as (problem: FormProblem) => string
  return sentence(problem)
}
