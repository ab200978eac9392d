import { App, Button } from 'antd'
import { useState } from 'react'
import { faultOf } from '../../../shared/faults.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import type { Host } from '../../host/host.ts'
import { words } from './wording.ts'

/** A quiet way to what maintainers ask for. It needs no engine, so it also stands where nothing else works. */
export function DiagnosticsLink({ host }: { readonly host: Host }) {
  const { message, notification } = App.useApp()
  const [busy, setBusy] = useState(false)

  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      if (await host.exportDiagnostics()) void message.success(words.diagnosticsDone(host.kind))
    } catch (error) {
      const description = faultSentence(faultOf(error))
      notification.error({ title: words.diagnosticsFailed, description, duration: 0 })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      type="text"
      size="small"
      className="home-diagnostics"
      title={words.diagnosticsAdvice}
      loading={busy}
      onClick={() => void run()}
    >
      {words.diagnostics}
    </Button>
  )
}
