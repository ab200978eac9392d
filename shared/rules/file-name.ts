import type { Finding } from '../findings.ts'
import { packageNames } from '../naming/package-names.ts'
import { type Check, finding, itemsOf } from './context.ts'

/** The prescribed name can be made of the title; what had to be changed is said. */
export const checkFileName: Check<'file-name'> = (requirement, context) => {
  const items = itemsOf(context, 'any')
  const names = packageNames(context.task, context.submission.unit, items)
  return items.flatMap((item): Finding[] => {
    const made = names.get(item.id)
    // Until the clerk writes a title the name is only provisional: `text-required` speaks of the title.
    if (!made || (item.fields['title'] ?? '').trim() === '') return []
    const subject = { item: item.id, field: 'title' }
    const { name, title, replaced } = made
    const note = { expected: null, actual: { name } }
    const longestStem = { longestStem: requirement.longestStem }
    return [
      ...(made.unusable
        ? [finding(requirement, 'name-unusable', subject, { expected: null, actual: { title } })]
        : []),
      ...(replaced.length > 0
        ? [
            finding(
              requirement,
              'name-characters-replaced',
              subject,
              { expected: null, actual: { replaced: [...replaced], name } },
              'note',
            ),
          ]
        : []),
      ...(made.shortened
        ? [
            finding(
              requirement,
              'name-shortened',
              subject,
              { expected: longestStem, actual: { name } },
              'note',
            ),
          ]
        : []),
      ...(made.numbered ? [finding(requirement, 'name-numbered', subject, note, 'note')] : []),
    ]
  })
}
