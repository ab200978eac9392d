import type { Finding } from '../findings.ts'
import { fieldLabel } from '../notice/choose.ts'
import { parsePhones, type PhoneReading } from '../text/phone.ts'
import { type Check, filledCells, finding } from './context.ts'

/** Every number of the field can be dialled. */
export const checkPhone: Check<'phone'> = (requirement, context) => {
  const expected = { label: fieldLabel(context.task, requirement.field) }
  return filledCells(context, requirement.field).flatMap(({ subject, text }) =>
    parsePhones(text).flatMap((phone: PhoneReading): Finding[] => {
      const actual = { text: phone.text }
      switch (phone.kind) {
        case 'mobile':
        case 'landline':
        case 'service':
          return []
        case 'without-area-code':
          return [finding(requirement, 'phone-without-area-code', subject, { expected, actual }, 'warning')]
        case 'lost-digits':
          return [finding(requirement, 'phone-lost-digits', subject, { expected, actual })]
        case 'unreadable': {
          const { suggestion } = phone
          return [
            finding(requirement, 'phone-unreadable', subject, {
              expected,
              actual: { ...actual, ...(suggestion && { suggestion }) },
            }),
          ]
        }
      }
    }),
  )
}
