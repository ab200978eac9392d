/**
 * The names of files that office programs keep beside a document as long as somebody has it open: Excel, PowerPoint and WPS
 * put `~$` before its name; Word puts it in place of the first letters of a name that is long enough; LibreOffice has its own.
 */
export function officeLocks(name: string): readonly string[] {
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? dot : name.length
  // Word: names of more than six letters lose the first, of more than seven the first two.
  const lost = Math.max(0, Math.min(2, stem - 6))
  return [...new Set([`~$${name}`, `~$${name.slice(lost)}`, `.~lock.${name}#`])]
}

/** Whether a file is one of those that office programs keep beside a document. */
export const isOfficeLock = (name: string): boolean => name.startsWith('~$') || /^\.~lock\..+#$/su.test(name)
