import { once } from 'node:events'
import { homedir } from 'node:os'
import path from 'node:path'
import { systemReason } from '../../engine/store/system-reason.ts'
import { type Launched, takeLaunch } from '../../hosting/launch.ts'
import { documentsOf, outFolderIn } from '../../hosting/out-folder.ts'
import type { StartTrouble } from '../../shared/start-trouble.ts'
import { startTroubleSentences } from '../../shared/wording/start-trouble-sentences.ts'
import { type Arguments, type Command, type Terminal, UsageError } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { sharedOptions } from '../options.ts'
import { createDesktop } from '../serve/desktop.ts'
import { type App, startApp } from '../serve/start-app.ts'

/**
 * `kepuri serve`: the app for a browser on this machine, until Ctrl-C. That is how it is meant to end, so it ends
 * with 0; 130 stands for work that was broken off.
 */
export const serveCommand: Command = {
  name: 'serve',
  paths: { label: '', least: 0, most: 0 },
  summary: '在浏览器里打开报送助手的窗口，只有本机能访问；按 Ctrl-C 结束',
  options: [
    { name: 'port', value: 'N', help: '端口，默认由系统选一个空闲的' },
    { name: 'no-open', help: '不自动打开浏览器' },
    { name: 'out', value: 'DIR', help: '报送包写到哪个文件夹，默认是“文档”里的“科普日报送”' },
    sharedOptions.json,
  ],
  async run(args, terminal) {
    const port = portOf(args)
    const { dataDir, signal } = terminal
    const desktop = createDesktop(process.env, process.platform)
    const show = async ({ address }: Launched): Promise<void> => {
      if (args.has('no-open') || (await desktop.browse(address))) return
      terminal.remark('没有找到可以打开的浏览器，请把上面的地址复制到浏览器里打开。')
    }
    const taken = await takeLaunch(dataDir, 'web')
    if ('running' in taken) {
      if (taken.running === 'desktop')
        throw new UsageError('报送助手的窗口正开着，请在那个窗口里使用；要在浏览器里打开，请先关掉它。')
      if (!taken.running) throw new UsageError('报送助手正在启动或关闭，请过一会儿再试。')
      terminal.answer(taken.running, `报送助手已经在运行，地址是：\n${taken.running.address}`)
      await show(taken.running)
      return exitCodes.fine
    }
    const { launch } = taken
    try {
      const out = path.resolve(args.text('out') ?? outFolderIn(documentsOf(homedir())))
      const { windowDir, log, now } = terminal
      const app = await onPort(
        port,
        startApp({ dataDir, out, port, windowDir, desktop, log, now, onTroubles: tellTroubles(terminal) }),
      )
      try {
        const launched = { address: app.address, port: app.port, dataDir, out, pid: process.pid }
        await launch.publish(launched)
        terminal.answer(launched, startedText(launched))
        void show(launched)
        await untilAborted(signal)
      } finally {
        await app.close()
      }
    } finally {
      await launch.release()
    }
    terminal.remark('报送助手已经关闭，填好的内容都已保存。')
    return exitCodes.fine
  },
}

/** What was found out while the app starts: it works all the same. */
const tellTroubles = (terminal: Terminal) => (troubles: readonly StartTrouble[]) =>
  troubles
    .map(startTroubleSentences)
    .forEach(({ title, found, advice }) => terminal.remark([`${title}：${found}`, ...advice].join('\n')))

const startedText = ({ address, out }: Launched): string =>
  [
    '报送助手已经启动，请在浏览器里使用：',
    address,
    `报送包写到：${out}`,
    '这个地址只有本机能用。用完后关掉网页，在这里按 Ctrl-C 结束。',
  ].join('\n')

function portOf(args: Arguments): number {
  const given = args.text('port') ?? '0'
  const port = Number(given)
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port
  throw new UsageError(`选项 --port 要写 0 到 65535 之间的整数，写的却是 ${given}。`)
}

async function onPort(port: number, starting: Promise<App>): Promise<App> {
  try {
    return await starting
  } catch (error) {
    const reason = systemReason(error)
    if (reason === 'EADDRINUSE')
      throw new UsageError(`端口 ${port} 正被别的程序使用；请换一个，或者不写 --port。`)
    if (reason === 'EACCES') throw new UsageError(`端口 ${port} 不让用；请换一个，或者不写 --port。`)
    throw error
  }
}

async function untilAborted(signal: Terminal['signal']): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}
