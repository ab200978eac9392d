import path from 'node:path'
import { z } from 'zod'
import { projectFilesIn } from './project-files.ts'

/** As much of Electron's `app` as tells instances apart. */
export interface InstanceLock {
  requestSingleInstanceLock(told: Record<string, string>): boolean
  on(
    event: 'second-instance',
    listener: (event: unknown, words: string[], folder: string, told: unknown) => void,
  ): unknown
  quit(): void
}
export interface ShownWindow {
  isMinimized(): boolean
  restore(): void
  show(): void
  focus(): void
}
export interface OnlyInstanceOptions {
  readonly window: () => ShownWindow | undefined
  /** The project files that this instance was started with. */
  readonly files: readonly string[]
  /** Hears of those that a later one was started with. */
  readonly open: (files: readonly string[]) => void
}

/**
 * What a second instance tells the first. One text: an empty list does not arrive on Windows (electron#40615), and one of
 * nine or more ended the first instance on other systems (electron#52020). Its words are not used, for Chromium adds to
 * them and puts them into another order (electron#20322).
 */
const Told = z.object({ files: z.string() })
const Files = z.array(z.string().min(1)).max(100)

/** True for the first instance, whose window is brought to the front when another is started; that one hands over and quits. */
export function becomeOnlyInstance(app: InstanceLock, { window, files, open }: OnlyInstanceOptions): boolean {
  if (!app.requestSingleInstanceLock({ files: JSON.stringify(files) })) {
    app.quit()
    return false
  }
  app.on('second-instance', (_event, _words, folder, told) => {
    const shown = window()
    if (shown?.isMinimized()) shown.restore()
    shown?.show()
    shown?.focus()
    // Looked at again: the words come from another process.
    open(projectFilesIn(filesIn(told), path.isAbsolute(folder) ? folder : path.sep))
  })
  return true
}

function filesIn(told: unknown): readonly string[] {
  try {
    return Files.parse(JSON.parse(Told.parse(told).files))
  } catch {
    return []
  }
}
