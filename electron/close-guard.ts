/** As much of a window as can be kept from closing. */
export interface ClosingWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  destroy(): void
}
export interface CloseGuard {
  /** Whether a package is being written. */
  readonly busy: () => boolean
  /** Asks the clerk; true to close all the same. */
  readonly ask: () => Promise<boolean>
}

/** Keeps the window open while a package is being written, unless the clerk says otherwise; asks once at a time. */
export function guardClose(window: ClosingWindow, { busy, ask }: CloseGuard): void {
  let asking = false
  window.on('close', (event) => {
    if (!busy()) return
    event.preventDefault()
    if (asking) return
    asking = true
    void ask().then((close) => {
      asking = false
      // The package may have been finished meanwhile: the clerk's yes holds all the same.
      if (close) window.destroy()
    })
  })
}

export const closeQuestion = {
  type: 'question' as const,
  title: '科普日报送助手',
  message: '正在打包，确定退出吗？',
  detail: '现在退出，这次打包作废，不会留下半个压缩包；已填写的内容都已保存。',
  buttons: ['继续打包', '退出'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
}
