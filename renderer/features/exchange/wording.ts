import { grouped, namesText } from '../../../shared/wording/measures.ts'

/** Sentences of filling in with Excel. */
export const words = {
  menu: '用 Excel 填写',
  writeForm: '导出说明表…',
  writeFormHint: '在 Excel 或 WPS 里填，适合照片多的时候',
  readForm: '导入填好的表…',
  readFormHint: '先给您看改了哪些，再应用',
  writeFindings: '导出问题清单…',
  writeFindingsHint: '发给拍照片的同事，照着补',
  measuring: (left: number) => `还在检测 ${grouped(left)} 个文件，检测完再导出`,
  formName: (unit: string, task: string) => `说明表-${task}${unit && `-${unit}`}.xlsx`,
  findingsName: (unit: string, task: string) => `问题清单-${task}${unit && `-${unit}`}.xlsx`,
  listName: (unit: string, task: string) => `${task}${unit && `-${unit}`}.xlsx`,
  listWritten: (rows: number) => `清单已导出，共 ${grouped(rows)} 项。`,
  formWritten: (rows: number) => `说明表已导出，共 ${grouped(rows)} 行。填好后存盘，再点“导入填好的表…”。`,
  findingsWritten: (rows: number) =>
    rows === 0 ? '问题清单已导出：没有问题。' : `问题清单已导出，共 ${grouped(rows)} 行。`,
  notWritten: '没有导出',
  notRead: '没有导入',
  formInvalid: (problems: number) => `这张表要改 ${grouped(problems)} 处才能导入`,
  formInvalidAdvice: '请在 Excel 里改好、存盘，再导入一次。现在什么也没有改动。',
  understood: '知道了',

  previewTitle: '导入填好的表',
  nothingTitle: '表里的内容和现在的一样，没有要改的',
  counts: (added: number, changed: number, cleared: number) =>
    [
      added > 0 && `新填 ${grouped(added)} 处`,
      changed > 0 && `修改 ${grouped(changed)} 处`,
      cleared > 0 && `清空 ${grouped(cleared)} 处`,
    ]
      .filter(Boolean)
      .join('，'),
  clearedAdvice: (count: number) =>
    `有 ${grouped(count)} 处这里写了、表里是空的，先没有勾选；确实要清空的，请自己勾上。`,
  unknown: (count: number, names: readonly string[]) =>
    `表里有 ${count} 行的文件不在列表里，没有导入：${names.join('、')}${count > names.length ? '等' : ''}`,
  missing: (count: number, names: readonly string[]) =>
    `有 ${grouped(count)} 个文件表里没有，保持不变：${namesText(names, 3, count)}`,
  file: '文件',
  field: '栏目',
  before: '原来',
  after: '改成',
  change: '怎么改',
  kinds: { added: '新填', changed: '修改', cleared: '清空' },
  blank: '（空）',
  apply: (count: number) => (count === 0 ? '没有勾选' : `应用 ${grouped(count)} 处修改`),
  cancel: '不导入',
  close: '关闭',
  applied: (count: number) => `已应用 ${grouped(count)} 处修改，按 Ctrl+Z 可以撤销`,
} as const
