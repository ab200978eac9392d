import type { Finding, FindingCode } from '../findings.ts'
import { packageNames } from '../naming/package-names.ts'
import { safeText, saysSomething } from '../naming/safe-name.ts'
import type { RequirementOf } from '../notice/requirement.ts'
import { type Check, type Context, finding, itemsOf } from './context.ts'

/** The prescribed name can be made of the title; what had to be changed is said. */
export const checkFileName: Check<'file-name'> = (requirement, context) => {
  const items = itemsOf(context, 'any')
  const names = packageNames(context.task, context.submission.unit, items)
  const ofUnit = new Set(unitReplaced(context))
  const titles = items.flatMap((item): Finding[] => {
    const made = names.get(item.id)
    // Until the clerk writes a title the name is only provisional: `text-required` speaks of the title.
    if (!made || (item.fields['title'] ?? '').trim() === '') return []
    const subject = { item: item.id, field: 'title' }
    const { name, title, shortened, numbered, unusable } = made
    // What became of a name that will not stay is of no interest.
    if (unusable)
      return [finding(requirement, 'name-unusable', subject, { expected: null, actual: { title } })]
    const { longestStem } = requirement
    const replaced = made.replaced.filter((character) => !ofUnit.has(character))
    const note = <C extends FindingCode>(code: C, parameters: Parameters<typeof finding<C>>[3]) =>
      finding(requirement, code, subject, parameters, 'note')
    return [
      ...(replaced.length > 0
        ? [note('name-characters-replaced', { expected: null, actual: { replaced, name } })]
        : []),
      ...(shortened ? [note('name-shortened', { expected: { longestStem }, actual: { name } })] : []),
      ...(numbered ? [note('name-numbered', { expected: null, actual: { name } })] : []),
    ]
  })
  return [...unitName(requirement, context), ...titles]
}

/** Characters of the unit's name that no file name takes: said once, not for every file. */
function unitReplaced({ task, submission: { unit } }: Context): readonly string[] {
  const named = task.packaging.fileName.template.includes('{unit}')
  return unit && named ? safeText(`${unit.name}${unit.region ?? ''}`).replaced : []
}

/** The unit's name stands in every file's name: one of rare characters only becomes a row of boxes. */
function unitName(requirement: RequirementOf<'file-name'>, context: Context): Finding[] {
  const { unit } = context.submission
  const replaced = unitReplaced(context)
  if (!unit || replaced.length === 0) return []
  const { name } = safeText(unit.name)
  if (!saysSomething(name))
    return [finding(requirement, 'unit-name-unusable', {}, { expected: null, actual: { unit: unit.name } })]
  const parameters = { expected: null, actual: { replaced: [...replaced], name } }
  return [finding(requirement, 'name-characters-replaced', {}, parameters, 'note')]
}
