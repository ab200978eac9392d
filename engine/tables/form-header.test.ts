import { describe, expect, it } from 'vitest'
import type { Field } from '../../shared/notice/field.ts'
import { findHeader } from './form-header.ts'
import type { FieldColumn } from './form-layout.ts'

const column = (field: Partial<Field> & Pick<Field, 'key' | 'label'>): FieldColumn => ({
  role: 'field',
  field: { type: 'text', ...field },
  required: true,
  width: 10,
})
const find = (labels: readonly string[], ...fields: FieldColumn[]) => findHeader([labels], fields)

describe('a header', () => {
  it('tells two labels apart that differ in their brackets only', () => {
    const fields = [
      column({ key: 'from', label: '时间（开始）' }),
      column({ key: 'to', label: '时间（结束）' }),
    ]
    const header = find(['时间(结束)', '原文件名', '时间（开始）'], ...fields)
    expect([...(header?.fields ?? [])]).toEqual([
      ['to', 0],
      ['from', 2],
    ])
    expect(header).toMatchObject({ file: 1, missing: [], repeated: [] })
  })

  it('is found by a synonym, and by a fallback only where nothing else fits', () => {
    const name = column({
      key: 'name',
      label: '活动名称',
      synonyms: ['项目名称'],
      fallbackSynonyms: ['主要内容'],
    })
    expect(find(['原文件名', '主要内容'], name)?.fields.get('name')).toBe(1)
    expect(find(['原文件名', '主要内容', '项目名称'], name)?.fields.get('name')).toBe(2)
  })

  it('takes no column of the form itself for a field', () => {
    const form = column({ key: 'form', label: '活动形式', synonyms: ['类型'] })
    expect(find(['原文件名', '类型'], form)).toMatchObject({ missing: ['活动形式'] })
  })

  it('gives a column to one field only', () => {
    const person = column({ key: 'person', label: '联系人', synonyms: ['负责人'] })
    const leader = column({ key: 'leader', label: '负责人' })
    const header = find(['原文件名', '负责人'], person, leader)
    expect(header?.fields.get('leader')).toBe(1)
    expect(header?.missing).toEqual(['联系人'])
  })

  it('is the row with the file’s column and the most labels', () => {
    const title = column({ key: 'title', label: '题目' })
    const rows = [['题目'], ['原文件名'], ['原文件名', '题目'], ['原文件名', '题目']]
    expect(findHeader(rows, [title])?.row).toBe(2)
  })
})
