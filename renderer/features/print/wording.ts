import type { Notice } from '../../../shared/notice/notice.ts'
import type { Statement } from '../../../shared/notice/task.ts'

/** Sentences of the print preview. */
export const words = {
  back: '返回发送',
  sheets: (count: number) => `共 ${count} 页`,
  which: '打印哪一张',
  optional: (name: string) => `${name}（可选）`,
  zoom: '显示大小',
  zooms: { width: '适合宽度', whole: '整页', full: '100%' },
  print: '打印',
  printKey: '打印（Ctrl+P）',
  /** A browser tells only that it was asked. */
  printed: { printed: '已打印', asked: '已打开打印窗口' },
  notPrinted: '没有打印成功，请看看打印机是不是开着、连着，再试一次',
  preview: (name: string) => `${name}预览`,
  reading: '正在打开…',
  unusable: '现在不能预览和打印',
  retry: '再试一次',
  pdfThere: 'PDF 已存在报送包的文件夹里。',
  pdfInBrowser: '要 PDF 的话，打印时选“另存为 PDF”。',
  pdfBySystem: '要 PDF 的话，打印时选“Microsoft Print to PDF”或“打印到文件（PDF）”。',
  /** What the document is called: the name that is suggested for a PDF. */
  documentTitle: (paper: string, unit: string, task: string) => [paper, unit, task].filter(Boolean).join('-'),
} as const

/** What to do with the checklist: 打印后请经办人、部门负责人、分管领导签字，盖章，再发送；原件留存. */
export function checklistAdvice({ copies, seal }: Notice['signOff']): string {
  const count = copies > 1 ? `打印 ${copies} 份` : '打印出来'
  return `${count}，请各位负责人签字${seal ? '、盖章' : ''}，再报送；签好的原件留存备查。`
}

/** What the page on rights is for. */
export const statementAdvice = ({ standing, seal }: Statement): string =>
  standing === 'suggested'
    ? `通知没有要求这一张。需要时打印签字${seal ? '盖章' : ''}，和素材一起留存，以后有人问起权属时好拿出来。`
    : `通知要求有这一张：打印出来，签字${seal ? '、盖章' : ''}，随材料一起报送。`
