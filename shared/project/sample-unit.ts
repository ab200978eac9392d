import type { UnitDraft } from './document.ts'

/** The unit of a trial with sample media: nobody's, and never proposed for a real submission. */
export const sampleUnit: UnitDraft = {
  name: '示例市科协',
  class: 'city',
  region: '示例市',
  contact: '张三',
  phone: '024-12345678',
}
