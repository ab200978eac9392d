import { takeLaunch } from '../launch.ts'
import type { MessageBox } from './native-options.ts'
import { notices } from './wording.ts'

export interface OnlyAppOptions {
  /** Shows the clerk why there is no window. */
  readonly tell: (message: MessageBox) => Promise<unknown>
  readonly report: (error: unknown) => string
}

/**
 * Makes the desktop the only app on a data folder, with how to let go of it; undefined after having told the clerk that
 * the web host has it.
 */
export async function becomeOnlyApp(
  dataDir: string,
  { tell, report }: OnlyAppOptions,
): Promise<(() => Promise<void>) | undefined> {
  try {
    const taken = await takeLaunch(dataDir, 'desktop')
    if ('launch' in taken) return taken.launch.release
    await tell(taken.running ? notices.inBrowser : notices.starting)
    return undefined
  } catch (error) {
    // On a full disk no lock can be written, but all the work can be looked at.
    report(error)
    return async () => undefined
  }
}
