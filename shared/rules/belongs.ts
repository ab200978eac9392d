import type { Format } from '../facts.ts'
import { requirementsOf } from '../notice/choose.ts'
import { extensionOf } from '../naming/file-path.ts'
import { intendedKind, isArchive } from '../project/item-kind.ts'
import { type Check, type Context, finding } from './context.ts'

/** Every file is of a kind that the task asks for; shortcuts, archives and documents among them are named. */
export const checkBelongs: Check<'belongs'> = (requirement, context) =>
  context.submission.items.flatMap((item) => {
    const { format } = item.facts
    const subject = { item: item.id }
    const kind = intendedKind(item)
    if (kind !== 'other') {
      if (asked(context, kind)) return []
      const expected = { formats: askedFormats(context) }
      return [
        finding(requirement, 'format-wrong', subject, {
          expected,
          actual: { format, extension: extensionOf(item.relative) },
        }),
      ]
    }
    if (item.facts.condition.state === 'unreadable') return []
    const parameters = { expected: null, actual: { format } }
    if (format === 'shortcut')
      return [finding(requirement, 'shortcut-instead-of-file', subject, parameters, requirement.shortcut)]
    if (isArchive(format))
      return [finding(requirement, 'archive-inside', subject, parameters, requirement.archive)]
    return [finding(requirement, 'not-media', subject, parameters, requirement.other)]
  })

const asked = ({ task }: Context, kind: 'image' | 'video'): boolean =>
  requirementsOf(task, 'format').some(({ media }) => media === kind || media === 'any')

const askedFormats = ({ task }: Context): Format[] =>
  requirementsOf(task, 'format').flatMap(({ formats }) => formats)
