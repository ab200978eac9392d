import { z } from 'zod'
import { ColumnUses, RememberedColumns } from '../lists/columns.ts'
import { ListTemplate } from '../lists/list-template.ts'
import { RawTable, TableFile } from '../lists/raw-table.ts'
import { operation, Step } from '../operation.ts'
import { Submission } from '../project/submission.ts'
import { ClaimId, NoticeId } from './ids.ts'
import { LeftOut } from './submissions.ts'

/** Lists (Annex 2): tables of others read, and the list written. What the tables mean is worked out in shared/lists. */
export const listOperations = {
  'list.read': operation({
    summary:
      '读出表格文件（xlsx、xls、et、csv、docx）里的全部表格，原样返回。Every table below the claimed paths, as it stands.',
    input: z.object({ notice: NoticeId, task: z.string(), claims: z.array(ClaimId).min(1) }),
    output: z.object({
      files: z.array(
        TableFile.extend({
          tables: z.array(
            RawTable.extend({
              /** What its columns were taken for last time, if a table with these headers was taken in before. */
              remembered: ColumnUses.optional(),
            }),
          ),
        }),
      ),
      ...LeftOut.shape,
    }),
    progress: Step,
  }),
  'list.remember': operation({
    summary: '记住各种表头的列怎么对应，下次自动套用。Remembers what the columns under these headers hold.',
    input: z.object({ columns: z.array(RememberedColumns) }),
    output: z.object({}),
  }),
  'list.template': operation({
    summary:
      '认出官方空白表的表头，留一份副本供填写。Understands the clerk’s own blank workbook and keeps a copy of it.',
    input: z.object({ notice: NoticeId, task: z.string(), claim: ClaimId }),
    output: z.object({
      template: ListTemplate,
      /** Fields that the notice asks for and the workbook has no column for. */
      missing: z.array(z.string()),
      /** Headers of columns that stay blank. */
      unused: z.array(z.string()),
    }),
  }),
  'list.write': operation({
    summary:
      '把清单写成表格（随程序的模板或官方空白表），不管合格与否。Writes the list as it is, whatever the verdict.',
    input: z.object({ notice: NoticeId, submission: Submission, out: ClaimId }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
}
