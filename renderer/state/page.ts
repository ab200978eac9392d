import { createStore } from 'zustand/vanilla'
import { PaperKind } from '../../shared/paper/paper.ts'

/** Where the window stands: a task's files, the sending of what was packed of it, or a paper of that to be printed. */
export type Page =
  | { readonly at: 'task'; readonly task: string }
  | { readonly at: 'send'; readonly task: string; readonly package?: string | undefined }
  | { readonly at: 'print'; readonly task: string; readonly package: string; readonly paper: PaperKind }

/** The page that is shown; kept in the address, so that reloading the window comes back to it. */
export const page = createStore<{ readonly page: Page | undefined }>(() => ({ page: pageOf(hash()) }))

export function goTo(next: Page): void {
  if (typeof location !== 'undefined') location.hash = addressOf(next)
  page.setState({ page: next })
}

/** The page's address may not be there: tests have no window. */
function hash(): string {
  return typeof location === 'undefined' ? '' : location.hash
}

export function addressOf(to: Page): string {
  switch (to.at) {
    case 'task':
      return `#/${to.task}`
    case 'send':
      return `#/${to.task}/send${to.package ? `/${to.package}` : ''}`
    case 'print':
      return `#/${to.task}/print/${to.package}/${to.paper}`
  }
}

/** The page of an address; undefined where it names no task. What else is amiss in it leads to the nearest page. */
export function pageOf(address: string): Page | undefined {
  const [, task, at, record, paper] = address.split('/')
  if (!task) return undefined
  if (at === 'print' && record)
    return { at, task, package: record, paper: PaperKind.safeParse(paper).data ?? 'checklist' }
  return at === 'send' || at === 'print'
    ? { at: 'send', task, package: record || undefined }
    : { at: 'task', task }
}

// The browser's own way back and forth.
if (typeof window !== 'undefined')
  window.addEventListener('hashchange', () => page.setState({ page: pageOf(hash()) }))
