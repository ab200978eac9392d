import { existsSync } from 'node:fs'
import path from 'node:path'
import { writeDiagnostics } from '../../hosting/diagnostics/write-diagnostics.ts'
import { findInstallation } from '../../hosting/installation.ts'
import { sizeText } from '../../shared/wording/size-text.ts'
import { type Command, UsageError } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { sharedOptions } from '../options.ts'

/** `kepuri diagnostics`: what maintainers ask for, in one zip. Works without the engine. */
export const diagnosticsCommand: Command = {
  name: 'diagnostics',
  paths: { label: '', least: 0, most: 0 },
  summary: '把日志、版本和报送记录（不含素材和填写的文字）收进一个压缩包，发给维护人员查问题',
  options: [{ name: 'out', value: 'FILE.zip', required: true, help: '诊断包写到哪里' }, sharedOptions.json],
  async run(args, { dataDir, now, signal, answer }) {
    const out = args.text('out') ?? ''
    if (existsSync(out)) throw new UsageError(`“${out}”已经有了，没有覆盖；请换一个名称或文件夹。`)
    const file = path.resolve(out)
    const installation = findInstallation(import.meta.url)
    const written = await writeDiagnostics(file, { installation, dataDir, now: now(), signal })
    const missing = written.troubles.length
    answer(
      { path: file, ...written },
      [
        `诊断包已写好：${out}（${sizeText(written.bytes)}），里面的“说明.txt”写明有什么、没有什么。`,
        ...(missing > 0 ? [`有 ${missing} 处没有读出来，已经记在里面的 problems.txt。`] : []),
      ].join('\n'),
    )
    return exitCodes.fine
  },
}
