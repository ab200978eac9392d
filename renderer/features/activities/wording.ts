/** Sentences of a task that is a list. */
export const words = {
  notYet: '这一项还不能在窗口里办理',
  instead: (task: string, annex: string, others: readonly string[]) =>
    [
      others.length > 0 && `本版本的窗口先支持${others.join('和')}。`,
      `${task}请暂时按通知${annex}的表格填写。`,
    ]
      .filter(Boolean)
      .join(''),
} as const
