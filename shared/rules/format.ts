import { extensionOf } from '../naming/file-path.ts'
import { extensionFor, isHonestExtension } from '../project/item-kind.ts'
import { type Check, finding, itemsOf } from './context.ts'

/** The content is one of the formats asked for; an extension that says otherwise is mended by the new name. */
export const checkFormat: Check<'format'> = (requirement, context) =>
  itemsOf(context, requirement.media).flatMap((item) => {
    const { format, condition } = item.facts
    const extension = extensionOf(item.relative)
    const subject = { item: item.id }
    // Nothing is known of the content of a file that could not be read or is empty: `intact` says so.
    if (condition.state === 'unreadable' || (condition.state === 'damaged' && condition.damage === 'empty'))
      return []
    if (!requirement.formats.includes(format))
      return [
        finding(requirement, 'format-wrong', subject, {
          expected: { formats: requirement.formats },
          actual: { format, extension },
        }),
      ]
    const proper = extensionFor(format)
    if (proper === undefined || isHonestExtension(format, extension)) return []
    return [
      finding(
        requirement,
        'extension-misleading',
        subject,
        { expected: { extension: proper }, actual: { extension } },
        'note',
      ),
    ]
  })
