import { unitClassOf } from '../../../shared/notice/choose.ts'
import type { Notice } from '../../../shared/notice/notice.ts'
import type { UnitDraft } from '../../../shared/project/document.ts'
import { parsePhones } from '../../../shared/text/phone.ts'
import { words } from './wording.ts'

/** What is to be said of the unit's particulars, by field. */
export function unitProblems(
  notice: Notice,
  unit: UnitDraft,
): Readonly<Partial<Record<keyof UnitDraft, string>>> {
  const blank = (text: string) => text.trim() === ''
  return {
    ...(!unitClassOf(notice, unit.class) && { class: words.chooseClass }),
    ...(blank(unit.name) && { name: words.required(words.unitName) }),
    ...(blank(unit.contact) && { contact: words.required(words.contact) }),
    ...phoneProblem(unit.phone),
  }
}

function phoneProblem(phone: string): { phone?: string } {
  if (phone.trim() === '') return { phone: words.required(words.phone) }
  const kinds = parsePhones(phone).map(({ kind }) => kind)
  if (kinds.includes('unreadable') || kinds.includes('lost-digits')) return { phone: words.phoneUnreadable }
  return kinds.includes('without-area-code') ? { phone: words.phoneWithoutAreaCode } : {}
}

/** Whether a field must be mended before the clerk goes on. A phone without its area code is said once, and then taken. */
export const isRefused = (problem: string | undefined): boolean =>
  problem !== undefined && problem !== words.phoneWithoutAreaCode
