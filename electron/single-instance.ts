/** As much of Electron's `app` as tells instances apart. */
export interface InstanceLock {
  requestSingleInstanceLock(): boolean
  on(event: 'second-instance', listener: () => void): unknown
  quit(): void
}
export interface ShownWindow {
  isMinimized(): boolean
  restore(): void
  show(): void
  focus(): void
}

/** True for the first instance, whose window is brought to the front when another is started; that one quits. */
export function becomeOnlyInstance(app: InstanceLock, window: () => ShownWindow | undefined): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', () => {
    const shown = window()
    if (shown?.isMinimized()) shown.restore()
    shown?.show()
    shown?.focus()
  })
  return true
}
