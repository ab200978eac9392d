import { Alert } from 'antd'
import { useTask } from '../../app/session-context.tsx'

/** A task that is a list. The window cannot take it yet, and says so. */
export function TablePage({ task: id }: { readonly task: string }) {
  const task = useTask(id)
  return (
    <main className="app-page">
      <header className="app-page-head">
        <div>
          <h1>{task.title}</h1>
          <p className="tone-quiet">{task.purpose}</p>
        </div>
      </header>
      <div className="app-page-body">
        <Alert
          type="info"
          showIcon
          title="这一项还不能在窗口里办理"
          description="本版本的窗口先支持宣传素材和历年图片。重点活动清单请暂时按通知附件2的表格填写。"
        />
      </div>
    </main>
  )
}
