/** Sentences of small widgets. */
export const words = {
  copy: '复制',
  copied: '已复制',
  copiedWhat: (what: string) => `${what}已复制`,
  notCopied: '没有复制成功，请用鼠标选中文字，再按 Ctrl+C',
} as const
