import { baseName } from '../naming/file-path.ts'
import { guessOrigin } from '../naming/origin.ts'
import { type Check, finding, itemsOf } from './context.ts'

/** A chat program's copy or a screenshot is rarely the picture that was taken. */
export const checkOriginal: Check<'original'> = (requirement, context) =>
  itemsOf(context, requirement.media).flatMap((item) => {
    const name = baseName(item.relative)
    const origin = guessOrigin(name, item.facts)
    return origin === undefined
      ? []
      : [finding(requirement, origin, { item: item.id }, { expected: null, actual: { name } })]
  })
