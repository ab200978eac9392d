/** The id of a field's input: the same for every file, so that the pen stays in its field from file to file. */
export const fieldId = (key: string): string => `detail-field-${key}`

export function focusField(key: string): void {
  const field = document.getElementById(fieldId(key))
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}

/** After the file has changed, the pen is where it was. */
export function keepField(): void {
  const id = document.activeElement?.id
  if (!id?.startsWith(fieldId(''))) return
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
