import type { Format } from '../facts.ts'
import type { Finding } from '../findings.ts'
import { extensionOf } from '../naming/file-path.ts'
import { requirementsOf } from '../notice/choose.ts'
import type { RequirementOf } from '../notice/requirement.ts'
import { isAsked, livePhotosOf } from '../project/belonging.ts'
import { intendedKind, isArchive } from '../project/item-kind.ts'
import type { Item } from '../project/submission.ts'
import { type Check, type Context, finding } from './context.ts'

/**
 * Every file is of a kind that the task asks for; shortcuts, archives and documents among them are named, and so
 * are live photos, of which only the still can be submitted.
 */
export const checkBelongs: Check<'belongs'> = (requirement, context) => {
  const halves = liveHalves(context)
  return context.submission.items.flatMap((item): Finding[] => {
    const live = halves.get(item.id)
    if (live) {
      const parameters = { expected: null, actual: live }
      return [finding(requirement, 'live-photo', { item: item.id }, parameters, requirement.other)]
    }
    const kind = intendedKind(item)
    if (kind === 'other') return stranger(requirement, item)
    if (isAsked(context.task, kind)) return []
    const actual = { kind, format: item.facts.format, extension: extensionOf(item.relative) }
    const expected = { formats: askedFormats(context) }
    return [finding(requirement, 'kind-not-asked', { item: item.id }, { expected, actual })]
  })
}

/** A file that is neither picture nor video. */
function stranger(requirement: RequirementOf<'belongs'>, { id, facts }: Item): Finding[] {
  const { format } = facts
  const subject = { item: id }
  if (facts.condition.state === 'unreadable') return []
  const parameters = { expected: null, actual: { format } }
  if (format === 'shortcut')
    return [finding(requirement, 'shortcut-instead-of-file', subject, parameters, requirement.shortcut)]
  if (isArchive(format))
    return [finding(requirement, 'archive-inside', subject, parameters, requirement.archive)]
  return [finding(requirement, 'not-media', subject, parameters, requirement.other)]
}

const askedFormats = ({ task }: Context): Format[] =>
  requirementsOf(task, 'format').flatMap(({ formats }) => formats)

type Half = { readonly half: 'still' | 'motion'; readonly other: string }

/** Both halves of each live photo, by item. */
const liveHalves = ({ task, submission }: Context): ReadonlyMap<string, Half> =>
  new Map(
    livePhotosOf(task, submission.items).flatMap(({ still, motion }): [string, Half][] => [
      [still.id, { half: 'still', other: motion.relative }],
      [motion.id, { half: 'motion', other: still.relative }],
    ]),
  )
