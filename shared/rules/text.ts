import { fieldLabel } from '../notice/choose.ts'
import { within } from '../notice/bound.ts'
import { countWords } from '../text/word-count.ts'
import { cellsOf, type Check, filledCells, finding } from './context.ts'

/** Something is written in the field. */
export const checkTextRequired: Check<'text-required'> = (requirement, context) => {
  const expected = { label: fieldLabel(context.task, requirement.field) }
  return cellsOf(context, requirement.field)
    .filter(({ text }) => text === '')
    .map(({ subject }) => finding(requirement, 'text-missing', subject, { expected, actual: null }))
}

/** The text's length in 字; a blank text is the business of `text-required`. */
export const checkTextLimit: Check<'text-limit'> = (requirement, context) => {
  const { bound, field } = requirement
  const expected = { label: fieldLabel(context.task, field), bound }
  return filledCells(context, field).flatMap(({ subject, text }) => {
    const actual = countWords(text)
    // B1 is one 字 by Word's counting, and a place all the same: too short is only what has too few characters as well.
    const isShort = actual.characters > actual.words && within(bound, actual.characters)
    if (!within(bound, actual.words) && !isShort)
      return [finding(requirement, 'text-length', subject, { expected, actual })]
    if (requirement.alsoCharacters && !within(bound, actual.characters))
      return [finding(requirement, 'text-length-by-characters', subject, { expected, actual }, 'warning')]
    return []
  })
}

/** The text is one of the field's choices. */
export const checkChoice: Check<'choice'> = (requirement, context) => {
  const choices = context.task.fields.find(({ key }) => key === requirement.field)?.choices ?? []
  const expected = { label: fieldLabel(context.task, requirement.field), choices }
  return filledCells(context, requirement.field)
    .filter(({ text }) => !choices.includes(text))
    .map(({ subject, text }) =>
      finding(requirement, 'choice-unknown', subject, { expected, actual: { text } }),
    )
}

/** The text does not fall back on 同上 or 本单位. */
export const checkPhrase: Check<'phrase'> = (requirement, context) => {
  const expected = { label: fieldLabel(context.task, requirement.field) }
  const evades = (text: string) =>
    requirement.avoid.some((phrase) =>
      requirement.match === 'whole' ? text === phrase : text.includes(phrase),
    )
  return filledCells(context, requirement.field)
    .filter(({ text }) => evades(text.normalize('NFKC')))
    .map(({ subject, text }) => finding(requirement, 'phrase-vague', subject, { expected, actual: { text } }))
}
