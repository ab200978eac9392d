/** Said where nothing was tried, so that nobody takes it for passed. */
export const notDone = '⚠ Windows 证明没有做。The proof for Windows was NOT done.'

const unproven = [
  '这里没有证明的（要在真正的 Windows 电脑上按 docs/windows-checklist.md 试）：',
  '  Electron 本身：窗口、拖放、对话框、打印、任务栏、崩溃页面；安装程序和卸载；SmartScreen、360、Defender；',
  '  260 个字符以上的路径、被别的程序占用的文件、保留名、只读和U盘、OneDrive 占位文件、网络共享；',
  '  Outlook、Foxmail、Word、WPS 怎样打开写出的文件。Wine 的文件系统不是 NTFS。',
  'Not proven here: Electron itself, the installer, SmartScreen and virus scanners, paths beyond 260, locks, reserved names,',
  'removable and network drives, OneDrive, what Office and mail programs make of the files. Wine is not Windows.',
].join('\n')

/** The table at the end: what was seen, and what was not. */
export const summary = (proven: readonly string[]): string =>
  ['', '证明了 Proven:', ...proven.map((line) => `  ✓ ${line}`), '', unproven].join('\n')
