import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { DiagnosticsLink } from '../features/home/diagnostics-link.tsx'
import type { Host } from '../host/host.ts'
import { words } from './wording.ts'

interface Props {
  readonly host: Host
  readonly children: ReactNode
}

/** A bug in the window is told with what helps to find it, never as a blank page; the work is on the disk. */
export class ErrorScreen extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined }
  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error }
  }
  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <main className="app-message" role="alert">
        <h1>{words.bugTitle}</h1>
        <p>{words.bugAdvice}</p>
        <pre>{error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : JSON.stringify(error)}</pre>
        <Button type="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
        <DiagnosticsLink host={this.props.host} />
      </main>
    )
  }
}
