import { describe, expect, it } from 'vitest'
import type { Finding, FindingCode, Severity } from '../../../shared/findings.ts'
import type { ItemState, ItemVerdict } from '../../state/item-verdict.ts'
import { markOf } from './item-mark.ts'

const finding = (code: FindingCode, severity: Severity): Finding =>
  ({ rule: 'r', code, severity, subject: {}, expected: { label: '题目' }, actual: null, clause: '' }) as never
const missing = finding('text-missing', 'error')
const damaged = finding('file-damaged', 'error')
const chat = finding('chat-copy', 'warning')
const note = finding('year-assumed', 'note')

const mark = (state: ItemState, open: readonly Finding[], kept: readonly Finding[] = []) => {
  const verdict: ItemVerdict = {
    state,
    judged: [
      ...open.map((one) => ({ finding: one, waived: undefined })),
      ...kept.map((one) => ({ finding: one, waived: '原图丢了' })),
    ],
    name: undefined,
  }
  const { sign, text, more } = markOf(verdict)
  return [sign, text, more]
}

describe('the mark of a file', () => {
  it('names the main error, and how much else there is', () => {
    expect(mark('bad', [missing, damaged, chat, note])).toEqual(['✕', '文件损坏', '另有 2 处'])
    expect(mark('bad', [damaged])).toEqual(['✕', '文件损坏', undefined])
  })
  it('counts the texts that are missing', () => {
    expect(mark('incomplete', [missing, missing])).toEqual(['', '缺 2 项说明', undefined])
    expect(mark('incomplete', [missing, chat])).toEqual(['', '缺 1 项说明', '另有 1 处'])
  })
  it('asks to look at what is doubtful', () => {
    expect(mark('doubtful', [note, chat])).toEqual(['!', '请核对', '像是聊天软件转发的'])
  })
  it('says of what is kept with a reason that it is kept', () => {
    expect(mark('fine', [note], [damaged])).toEqual(['○', '保留', '已说明原因'])
  })
  it('says why a file stays out', () => {
    expect(mark('left-out', [finding('not-media', 'note')])).toEqual(['–', '不报送', '不是图片或视频'])
  })
  it('says that a file is being measured', () => {
    expect(markOf(undefined).text).toBe('检测中…')
  })
})
