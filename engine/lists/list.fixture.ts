import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { RawTable } from '../../shared/lists/raw-table.ts'
import type { ListTask } from '../../shared/lists/table-header.ts'
import { listDocument } from '../../shared/packing/list-document.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import type { Row, Submission } from '../../shared/project/submission.ts'
import { liaoning, shenyang, submissionOf, taskNamed } from '../../shared/rules/submission.fixture.ts'
import { readTables } from '../tables/read-tables.ts'
import { openTemplates } from './keep-templates.ts'
import { recogniseIn } from './recognise-template.ts'
import { templateTables } from './template-tables.ts'
import { writeList } from './write-list.ts'

const task = taskNamed('activities')
if (task.kind !== 'table') throw new Error('no list')
export const activities: ListTask = task

const texts = {
  name: ['科普大篷车进校园启动仪式', '“人工智能与未来生活”讲座', '老年健康义诊', '气象科普开放日'],
  time: ['9月17日', '9月17日—9月23日', '9月19日8:30—11:30'],
  place: ['沈阳市沈河区文化路小学操场', '腾讯会议（会议号123-456-789）', '沈阳科学宫'],
  form: ['讲座报告', '展览展示', '咨询义诊'],
  contact: ['张三', '欧阳明月', '李四'],
  phone: ['024-23221703', '15041455447', '13900001111、024-86512345'],
}
const brief = '组织院士专家走进校园，面向中小学生开展航天、气象、生命科学等主题的科普报告和互动体验活动，'

/** Activities that keep the notice's rules, of texts short and long. */
export const activityRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index): Row => {
    const one = (of: readonly string[]) => of[index % of.length] ?? ''
    return {
      id: `r${index + 1}`,
      fields: {
        name: `${one(texts.name)}（第${index + 1}场）`,
        time: one(texts.time),
        place: `${one(texts.place)}${index + 1}号`,
        host: '沈阳市科学技术协会、沈阳市教育局',
        undertake: index % 2 === 0 ? '' : '沈阳科学宫',
        form: one(texts.form),
        brief: brief.repeat(1 + (index % 3)).slice(0, 30 + ((index * 13) % 100)),
        contact: one(texts.contact),
        phone: one(texts.phone),
      },
      origins: [{ file: '沈河区.xlsx', sheet: 'Sheet1', row: index + 4 }],
    }
  })

export const listOf = (rows: Row[], given: Partial<Submission> = {}): Submission =>
  submissionOf([], { task: 'activities', unit: shenyang, rows, ...given })

export const foreignTemplate = (name: string): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, 'fixtures/templates', `${name}.xlsx`))

export const templatesAt = (dataDir: string) =>
  openTemplates({ resourcesDir: path.join(import.meta.dirname, '../../resources'), dataDir })

/** The workbook of a submission, and where its rows stand. */
export function written(submission: Submission, dataDir = '/nowhere') {
  const document = listDocument(activities)
  if (!document) throw new Error('no document')
  const tokens = submissionTokens(liaoning, activities, submission, '2023-08-20T10:00:00')
  const now = new Date('2023-08-20T02:00:00Z')
  return writeList(
    { task: activities, document, submission, tokens, templates: templatesAt(dataDir), now },
    'list.xlsx',
  )
}

export async function tablesOf(content: Buffer): Promise<readonly RawTable[]> {
  const read = await readTables(content, 'excel')
  if (!read.ok) throw new Error(read.problem.problem)
  return read.tables
}

export async function blankOf(content: Buffer) {
  const blank = recogniseIn(content, await templateTables(content, 'x'), activities)
  if (!blank) throw new Error('no header')
  return blank
}
