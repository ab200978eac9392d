import type { MessageBoxOptions } from 'electron'
import { takeLaunch } from '../hosting/launch.ts'

export interface OnlyAppOptions {
  /** Shows the clerk why there is no window. */
  readonly tell: (message: MessageBoxOptions) => Promise<unknown>
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
    await tell(taken.running ? openInBrowser : starting)
    return undefined
  } catch (error) {
    // On a full disk no lock can be written, but all the work can be looked at.
    report(error)
    return async () => undefined
  }
}

const box = { type: 'info' as const, title: '科普日报送助手', buttons: ['知道了'], noLink: true }
const openInBrowser: MessageBoxOptions = {
  ...box,
  message: '报送助手已经在浏览器里打开了',
  detail: '请在浏览器里继续。要改用窗口，请先在启动它的命令行里按 Ctrl-C 结束，再打开窗口。',
}
const starting: MessageBoxOptions = {
  ...box,
  message: '报送助手正在启动或关闭',
  detail: '请过一会儿再打开。',
}
