import { type Check, finding, itemsOf } from './context.ts'

/** The file could be read and decoded to its end. */
export const checkIntact: Check<'intact'> = (requirement, context) =>
  itemsOf(context, requirement.media).flatMap((item) => {
    const { condition } = item.facts
    const subject = { item: item.id }
    switch (condition.state) {
      case 'damaged': {
        const { damage, detail } = condition
        return [
          finding(requirement, 'file-damaged', subject, {
            expected: { condition: 'whole' },
            actual: { damage, ...(detail && { detail }) },
          }),
        ]
      }
      case 'unreadable': {
        const { reason, detail } = condition
        return [
          finding(requirement, 'file-unreadable', subject, {
            expected: { condition: 'whole' },
            actual: { reason, ...(detail && { detail }) },
          }),
        ]
      }
      case 'whole':
      case 'unchecked':
        return []
    }
  })
