import { createStore } from 'zustand/vanilla'

/** Where the window stands: a task's files, or the sending of what was packed of it. */
export type Page =
  | { readonly at: 'task'; readonly task: string }
  | { readonly at: 'send'; readonly task: string; readonly package?: string | undefined }

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
const addressOf = (next: Page): string =>
  next.at === 'task' ? `#/${next.task}` : `#/${next.task}/send${next.package ? `/${next.package}` : ''}`

function pageOf(address: string): Page | undefined {
  const [, task, at, record] = address.split('/')
  if (!task) return undefined
  return at === 'send' ? { at, task, package: record } : { at: 'task', task }
}

// The browser's own way back and forth.
if (typeof window !== 'undefined')
  window.addEventListener('hashchange', () => page.setState({ page: pageOf(hash()) }))
