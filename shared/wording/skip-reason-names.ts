import type { SkipReason } from '../lists/import-report.ts'

/** Why a line of a table became no row of the list, in a few words. */
export const skipReasonNames: Readonly<Record<SkipReason, string>> = {
  title: '表头上面的标题',
  header: '表头',
  example: '示例',
  total: '合计',
  signature: '填表人、审核人等落款',
  remark: '表里的说明',
  'no-activity': '没有活动内容',
  'hidden-sheet': '隐藏的表，没有选',
  'left-out': '这张表没有选',
  'no-header': '这张表没认出表头',
}
