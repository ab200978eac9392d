import type { Bound } from '../../shared/notice/bound.ts'
import { fileLabels, type FieldColumn, type FormColumn } from './form-layout.ts'

/** A limit in 字 as a notice words it: 100字以内. */
export function limitWords(bound: Bound): string {
  switch (bound.operator) {
    case '<=':
      return `${bound.value}字以内`
    case '<':
      return `少于${bound.value}字`
    case '>=':
      return `不少于${bound.value}字`
    case '>':
      return `多于${bound.value}字`
    case '=':
      return `${bound.value}字`
    case 'range':
      return `${bound.min}至${bound.max}字`
  }
}

/** As a column says it: what only warns is advice. */
const limitOf = ({ limit }: FieldColumn): string | undefined =>
  limit && (limit.severity === 'error' ? limitWords(limit.bound) : `建议${limitWords(limit.bound)}`)

/** The pack's hint without the limit, which hints often repeat. */
function hintOf({ field, limit }: FieldColumn): string {
  const hint = field.hint ?? ''
  return limit ? hint.replace(limitWords(limit.bound), '').replace(/^[，、；。\s]+/, '') : hint
}

/** The label at the head of a column, bare: scripts and other offices' tools look columns up by it. */
export function headerText(column: FormColumn): string {
  if (column.role === 'count') return '字数'
  return column.role === 'field' ? column.field.label : fileLabels[column.role]
}

/** What stands above the label: whether the column must be filled in, and its limit. */
export function demandText(column: FormColumn): string {
  if (column.role !== 'field') return '自动'
  const limit = limitOf(column)
  return `${column.required ? '必填' : '选填'}${limit === undefined ? '' : `，${limit}`}`
}

/** What belongs into the column, from the notice's data; empty when nothing is said. */
export function guidance(column: FieldColumn): string {
  const prompts = column.field.prompts ?? []
  const said = [limitOf(column), hintOf(column), prompts.length > 0 ? `写明${prompts.join('、')}` : '']
  return said.filter(Boolean).join('，')
}

/** The row above the table: what to fill in, what to leave alone, and the limits. */
export function instructions(fields: readonly FieldColumn[]): string {
  const required = fields.filter((column) => column.required).map(({ field }) => field.label)
  const general = [
    '只填白色和浅黄色的格，灰色的格由程序生成。不要改动第一列“原文件名”，读入时靠它找到对应的文件。',
    required.length > 0 ? `必填的是${required.join('、')}，没填时是浅黄色。` : '',
    '填好后保存，再交给程序读入。',
  ]
  const single = fields
    .map((column) => [column.field.label, guidance(column)] as const)
    .filter(([, text]) => text !== '')
  return [general.join(''), single.map(([label, text]) => `【${label}】${text}`).join('　')]
    .filter(Boolean)
    .join('\n')
}
