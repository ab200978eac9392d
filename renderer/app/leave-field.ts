/** Leaves the field that the clerk is writing in: what stands in it becomes an edit then. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
