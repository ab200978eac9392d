/** What decides how the app is opened. */
export interface Circumstances {
  /** The words after `npm start --`. */
  readonly words: readonly string[]
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}
export type Plan =
  | { readonly way: 'web'; readonly words: readonly string[]; readonly because: string }
  /** The desktop, if its runtime is there or can be fetched. */
  | { readonly way: 'desktop' }

/**
 * Window or browser: the window, unless it was not wanted or could not open here. Words are for the web host, so
 * whoever gives some wants it.
 */
export function planStart({ words, platform, environment, isRoot }: Circumstances): Plan {
  const others = words.filter((word) => word !== '--web')
  if (others.length < words.length)
    return { way: 'web', words: others, because: '按 --web 的要求，在浏览器里打开。' }
  if (others.length > 0)
    return { way: 'web', words: others, because: `${others.join(' ')} 是浏览器方式的参数，在浏览器里打开。` }
  if (platform !== 'linux') return { way: 'desktop' }
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY'])
    return {
      way: 'web',
      words: ['--no-open'],
      because: '这台机器没有图形界面，打不开窗口，改为网页方式：请在浏览器里打开下面的地址。',
    }
  if (isRoot)
    return { way: 'web', words: [], because: '以 root 身份运行时 Electron 打不开窗口，改在浏览器里打开。' }
  return { way: 'desktop' }
}

/** A window that ends this soon with a failure has never opened. */
const shortLife = 10_000

/** Whether a desktop that ended so has failed to open, and the browser is to take its place. */
export const hasFailedToOpen = (code: number | null, milliseconds: number): boolean =>
  code !== 0 && milliseconds < shortLife

/** The one line of a download's error output that says what was wrong. */
export function downloadProblem(output: string, timedOut: boolean): string {
  if (timedOut) return '下载超时'
  const lines = output.split(/\r?\n/).map((line) => line.trim())
  const telling =
    lines.find((line) => /\b(E[A-Z_]{4,}|\w*Error\b)/.test(line)) ?? lines.find((line) => line !== '')
  return telling?.replace(/^(\w*Error):\s*/, '').slice(0, 160) ?? '原因不明'
}
