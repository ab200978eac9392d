import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/findings.ts'
import { cardsOf, openFindings, shownFindings, waivedFindings } from './arrange-findings.ts'

const missing = (field: string): Finding => ({
  rule: `${field}-required`,
  code: 'text-missing',
  severity: 'error',
  subject: { item: 'a', field },
  expected: { label: field },
  actual: null,
  clause: '',
})
const words = (count: number): Finding => ({
  rule: 'caption-limit',
  code: 'text-length',
  severity: 'error',
  subject: { item: 'a', field: 'caption' },
  expected: { label: '简介', bound: { operator: '<=', value: 100 } },
  actual: { words: count, characters: count },
  clause: '',
})
const chat: Finding = {
  rule: 'original',
  code: 'chat-copy',
  severity: 'warning',
  subject: { item: 'a' },
  expected: null,
  actual: { name: 'x.jpg' },
  clause: '',
}
const numbered: Finding = {
  rule: 'file-name',
  code: 'name-numbered',
  severity: 'note',
  subject: { item: 'a', field: 'title' },
  expected: null,
  actual: { name: 'x-2.jpg' },
  clause: '',
}
const open = (...findings: Finding[]) => findings.map((finding) => ({ finding, waived: undefined }))

describe('the cards of a file', () => {
  it('have one card for all that is not filled in, behind what is wrong with the file itself', () => {
    const damaged: Finding = { ...chat, severity: 'error' }
    const shown = shownFindings([missing('title'), chat, missing('place'), damaged], undefined)
    expect(cardsOf(shown).map((card) => (card.kind === 'one' ? card.shown.finding.severity : card))).toEqual([
      'error',
      {
        kind: 'missing',
        severity: 'error',
        all: ['title', 'place'].map((field) => ({ finding: missing(field), mended: false })),
      },
      'warning',
    ])
  })

  it('leave out what is told beside the name, and what is waived', () => {
    const judged = [...open(chat, numbered), { finding: words(120), waived: '已请示' }]
    expect(openFindings(judged)).toEqual([chat])
    expect(waivedFindings(judged)).toEqual([{ finding: words(120), waived: '已请示' }])
  })

  it('stay in place while the clerk writes: ticked when mended, up to date when not', () => {
    const held = [missing('title'), words(120), chat]
    expect(shownFindings([words(110), chat], held)).toEqual([
      { finding: missing('title'), mended: true },
      { finding: words(110), mended: false },
      { finding: chat, mended: false },
    ])
  })

  it('let nothing new about texts push the field away, but tell at once what is new about the file', () => {
    expect(shownFindings([missing('place'), chat], [])).toEqual([{ finding: chat, mended: false }])
  })
})
