import { type Check, finding } from './context.ts'

/** The clerk has affirmed the sentence. */
export const checkDeclaration: Check<'declaration'> = (requirement, { task, submission }) => {
  const declaration = task.declarations.find(({ id }) => id === requirement.declaration)
  if (!declaration || submission.declared.includes(declaration.id)) return []
  return [
    finding(requirement, 'declaration-missing', {}, { expected: { text: declaration.text }, actual: null }),
  ]
}
