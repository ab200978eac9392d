import { placeText } from './measures.ts'
import { type NoticeProblemCode, noticeProblems } from '../notice/notice-problem.ts'

const sentences = {
  'not-json': (detail) => {
    const [line, column] = detail.split(':').map(Number)
    const where = line === undefined || Number.isNaN(line) ? detail : placeText(line, column)
    return `${where}写法不对，不是JSON；请检查引号、逗号和括号（都要用英文的）`
  },
  'unknown-kind': (detail) => `不认识的种类 ${detail}`,
  missing: (detail) => `缺少“${detail}”`,
  'unknown-key': (detail) => `多出来的“${detail}”，格式里没有这一项`,
  'wrong-value': (detail) => `值不对：${detail}`,
  'upside-down': (detail) => `前后颠倒：${detail}`,
  'duplicate-id': (detail) => `编号“${detail}”用了两次`,
  'unknown-field': (detail) => `没有“${detail}”这个栏目`,
  'unknown-unit-class': (detail) => `没有“${detail}”这个单位类别`,
  'unknown-milestone': (detail) => `没有“${detail}”这个日期`,
  'unknown-declaration': (detail) => `没有“${detail}”这项声明`,
  'unknown-requirement': (detail) => `没有“${detail}”这条要求`,
  'unknown-task': (detail) => `没有“${detail}”这项任务`,
  'unknown-token': (detail) => `没有“{${detail}}”这个替换项`,
  'no-choices': (detail) => `栏目“${detail}”没有列出选项`,
} satisfies { readonly [P in NoticeProblemCode]: (detail: string) => string }

const isKnown = (problem: string): problem is NoticeProblemCode =>
  noticeProblems.some((known) => known === problem)

/** What is wrong with a rule pack, for the person who writes it: the place in the file, then the problem. */
export function noticeProblemSentence(problem: {
  readonly path: string
  readonly problem: string
  readonly detail: string
}): string {
  const said = isKnown(problem.problem)
    ? sentences[problem.problem](problem.detail)
    : `${problem.problem}：${problem.detail}`
  return problem.path === '' ? said : `${problem.path}：${said}`
}
