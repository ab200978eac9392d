import type { MenuEntry } from './native-options.ts'

export interface MenuActions {
  readonly about: () => void
  readonly openLogs: () => void
}

/** The menu bar. `developing` adds the tools that an installed program does without. */
export function menuTemplate(
  { about, openLogs }: MenuActions,
  { developing }: { readonly developing: boolean },
): MenuEntry[] {
  const line = { type: 'separator' } as const
  return [
    {
      label: '文件(&F)',
      submenu: [
        { role: 'close', label: '关闭窗口' },
        { role: 'quit', label: '退出' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        line,
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'delete', label: '删除' },
        line,
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        { role: 'zoomIn', label: '放大' },
        // The same on keyboards where + needs Shift.
        { role: 'zoomIn', label: '放大', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '实际大小' },
        line,
        { role: 'togglefullscreen', label: '全屏' },
        ...(developing ? [line, { role: 'toggleDevTools', label: '开发者工具' } as const] : []),
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        { label: '打开日志文件夹', click: openLogs },
        line,
        { label: '关于科普日报送助手', click: about },
      ],
    },
  ]
}
