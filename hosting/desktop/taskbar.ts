import type { TaskbarProgress } from '../../shared/desktop-bridge.ts'

/** As much of a window as its button on the taskbar shows. */
export interface TaskbarWindow {
  setProgressBar(fraction: number, options: { mode: 'none' | 'normal' | 'indeterminate' | 'error' }): void
  flashFrame(flash: boolean): void
  isFocused(): boolean
  on(event: 'focus', listener: () => void): unknown
}
export interface Taskbar {
  show(progress: TaskbarProgress | undefined): void
  /** Calls a clerk who is looking elsewhere, until they come back. */
  callOut(): void
}

/** The window's button on the taskbar: how far long work is, and that it has ended. */
export function taskbarOf(window: TaskbarWindow): Taskbar {
  window.on('focus', () => window.flashFrame(false))
  return {
    show(progress) {
      if (progress === undefined) window.setProgressBar(-1, { mode: 'none' })
      // Above 1 stands for work without a known end where there are no modes.
      else if (progress === 'busy') window.setProgressBar(2, { mode: 'indeterminate' })
      else if (progress === 'failed') window.setProgressBar(1, { mode: 'error' })
      else window.setProgressBar(progress, { mode: 'normal' })
    },
    callOut() {
      if (!window.isFocused()) window.flashFrame(true)
    },
  }
}
